package server

import (
	"strings"

	"chainboard/industry"
)

// scene is one picture of the wall. It is the same whoever looks at it and tells
// nothing of a single enterprise's figures, so that it is computed once for all
// screens. Its template scene_CODE.html is its <main> and nothing else.
type scene struct {
	industry.Scene
	build builder
}

// builder makes the struct of a scene's template.
type builder func(c *request, v view) (stage, error)

// builders returns what builds each of industry.Scenes, by its code.
func (s *server) builders() map[string]builder {
	return map[string]builder{
		"overview":              s.overviewScene,
		industry.MapChain:       s.chainScene,
		industry.MapTechnology:  s.technologyScene,
		industry.MapApplication: s.applicationScene,
		industry.MapRegion:      s.regionScene,
		"investment":            s.investmentScene,
		"dispatch":              s.dispatchScene,
		"rnd":                   s.rndScene,
		"issues":                s.issuesScene,
		"decisions":             s.decisionsScene,
	}
}

// Topics are what event streams tell of that this scene draws on.
func (sc scene) Topics() string { return strings.Join(needsOf(sc.Code).topics, " ") }

// sceneOf returns the scene of this code.
func (s *server) sceneOf(code string) (scene, error) {
	name, build := industry.SceneName(code), s.builders()[code]
	if name == "" || build == nil {
		return scene{}, industry.Errorf(industry.NotFound, "没有名为“%s”的大屏场景，可用的场景见大屏顶部", code)
	}
	return scene{industry.Scene{Code: code, Name: name}, build}, nil
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
