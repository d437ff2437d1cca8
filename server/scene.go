package server

import (
	"slices"
	"strings"

	"chainboard/industry"
)

// scene is one picture of the wall. It is the same whoever looks at it and tells
// nothing of a single enterprise's figures, so that it is computed once for all
// screens. Its template scene_CODE.html is its <main> and nothing else.
type scene struct {
	Code  string
	Name  string
	build func(c *request, v view) (stage, error)
}

// scenes are the pictures of the wall in the order in which they are played.
func (s *server) scenes() []scene {
	return []scene{
		{"overview", "总览", s.overviewScene},
		{industry.MapChain, "产业链图", s.chainScene},
		{industry.MapTechnology, "技术路线图", s.technologyScene},
		{industry.MapApplication, "应用领域图", s.applicationScene},
		{industry.MapRegion, "区域分布图", s.regionScene},
		{"investment", "招商签约", s.investmentScene},
		{"dispatch", "经济运行调度", s.dispatchScene},
		{"rnd", "研发与资质", s.rndScene},
		{"issues", "问题销号", s.issuesScene},
		{"decisions", "议定事项", s.decisionsScene},
	}
}

// Topics are what event streams tell of that this scene draws on.
func (sc scene) Topics() string { return strings.Join(needsOf(sc.Code).topics, " ") }

// sceneOf returns the scene of this code.
func (s *server) sceneOf(code string) (scene, error) {
	list := s.scenes()
	if i := slices.IndexFunc(list, func(sc scene) bool { return sc.Code == code }); i >= 0 {
		return list[i], nil
	}
	return scene{}, industry.Errorf(industry.NotFound, "没有名为“%s”的大屏场景，可用的场景见大屏顶部", code)
}

// staged is what every scene's struct embeds: what it is about.
type staged struct {
	Page
	Scene  scene
	Period string // 2026年1—10月; empty before anybody has reported
}

func (p *staged) set() *staged { return p }

// stage is a scene's struct: whatever embeds staged.
type stage interface {
	pager
	set() *staged
}

// play returns the <main> of a scene as the wall shows it.
func (s *server) play(c *request, sc scene, v view) ([]byte, error) {
	v.Open, v.Lists = false, false
	st, err := sc.build(c, v)
	if err != nil {
		return nil, err
	}
	p := st.set()
	p.Scene, p.Title, p.Brand = sc, sc.Name, v.Brand()
	if !v.Empty() {
		p.Period = v.Span()
	}
	if p.Sample, err = s.office.SampleShown(c.ctx()); err != nil {
		return nil, err
	}
	return s.pages.render("scene_"+sc.Code, st)
}

// sceneMain answers with the <main> of one scene, for a screen that plays it next.
func (s *server) sceneMain(c *request) error {
	s.noteShown(c)
	sc, err := s.sceneOf(c.Param("scene"))
	if err != nil {
		return err
	}
	return c.shared("text/html; charset=utf-8", func() ([]byte, error) {
		v, err := s.view(c)
		if err != nil {
			return nil, err
		}
		return s.play(c, sc, v)
	})
}
