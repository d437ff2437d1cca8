package server

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// online is how long after its last question a screen counts as running: it asks
// at least every five minutes.
const online = 6 * time.Minute

// screenRow is one line of the list of walls.
type screenRow struct {
	keyRow
	Running bool
}

// Plays says what the screen shows.
func (r screenRow) Plays() string {
	plays, err := industry.ParsePlaylist(r.Scenes, industry.DefaultTurn)
	if err != nil || len(plays) == 0 {
		return "全部场景，每个" + strconv.Itoa(industry.DefaultTurn) + "秒"
	}
	var names []string
	for _, turn := range plays {
		names = append(names, industry.SceneName(turn.Scene)+" "+strconv.Itoa(turn.Seconds)+"秒")
	}
	return strings.Join(names, "、")
}

// Shown is the scene it asked for last.
func (r screenRow) Shown() string { return industry.SceneName(r.LastScene) }

// Browser names the browser that shows it, as far as its own words tell.
func (r screenRow) Browser() string {
	for _, b := range []struct{ mark, name string }{{"Edg/", "Edge"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}} {
		if _, rest, found := strings.Cut(r.Agent, b.mark); found {
			version, _, _ := strings.Cut(rest, ".")
			return b.name + " " + strings.Fields(version + " ")[0]
		}
	}
	return ""
}

// EditPath is where the screen is changed.
func (r screenRow) EditPath() string {
	return screensPath + "/edit?" + url.Values{"name": {r.Name}}.Encode()
}

func screenRows(keys []store.Key, chains []office.ChainCard, now time.Time) []screenRow {
	rows := make([]screenRow, len(keys))
	for i, k := range keyRows(keys, now) {
		for _, chain := range chains {
			if chain.Code == k.Chain {
				k.ChainName = chain.Name
			}
		}
		rows[i] = screenRow{k, k.Live && now.Sub(k.LastSeen) < online}
	}
	return rows
}

// sceneRow is a scene in the form of a screen.
type sceneRow struct {
	industry.Scene
	On      bool
	Order   string
	Seconds string
}

type screenEditPage struct {
	Page
	Form   form
	Key    store.Key
	Chains []office.ChainCard
	Rows   []sceneRow
}

// screenEdit is the form of what a screen plays.
func (s *server) screenEdit(c *request) error {
	key, err := s.office.Screen(c.ctx(), c.Query("name"))
	if err != nil {
		return err
	}
	plays, err := industry.ParsePlaylist(key.Scenes, industry.DefaultTurn)
	if err != nil {
		return err
	}
	return s.showScreenEdit(c, form{}, key, sceneRows(plays))
}

func (s *server) showScreenEdit(c *request, f form, key store.Key, rows []sceneRow) error {
	chains, err := s.office.Chains(c.ctx())
	if err != nil {
		return err
	}
	return c.html(statusFor(f), "screenedit", &screenEditPage{
		Page: Page{Title: "大屏播放设置"}, Form: f, Key: key, Chains: chains, Rows: rows,
	})
}

// sceneRows are all scenes, those that are played first and in their order.
func sceneRows(plays industry.Playlist) []sceneRow {
	all := len(plays) == 0
	if all {
		plays = industry.FullPlaylist(industry.DefaultTurn)
	}
	var rows []sceneRow
	for _, turn := range plays {
		rows = append(rows, sceneRow{
			Scene: industry.Scene{Code: turn.Scene, Name: industry.SceneName(turn.Scene)}, On: true,
			Order: strconv.Itoa(len(rows) + 1), Seconds: strconv.Itoa(turn.Seconds),
		})
	}
	for _, sc := range industry.Scenes() {
		if !plays.Shows(sc.Code) {
			rows = append(rows, sceneRow{Scene: sc, Order: strconv.Itoa(len(rows) + 1), Seconds: strconv.Itoa(industry.DefaultTurn)})
		}
	}
	return rows
}

// typedScenes reads the rows of the form as they were typed.
func (c *request) typedScenes() []sceneRow {
	var rows []sceneRow
	for _, sc := range industry.Scenes() {
		rows = append(rows, sceneRow{
			Scene: sc, On: c.field("on-"+sc.Code) != "", Order: c.field("order-" + sc.Code), Seconds: c.field("seconds-" + sc.Code),
		})
	}
	slices.SortStableFunc(rows, func(a, b sceneRow) int { return cmp.Compare(placeOf(a.Order), placeOf(b.Order)) })
	return rows
}

// placeOf reads a place in the order; what is no number comes last.
func placeOf(text string) int {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	return len(industry.Scenes()) + 1
}

// changeScreen keeps what a screen plays from now on.
func (s *server) changeScreen(c *request) error {
	f := c.formOf("name", "chain", "theme", "version")
	rows := c.typedScenes()
	var parts []string
	for _, row := range rows {
		if row.On {
			parts = append(parts, row.Code+":"+row.Seconds)
		}
	}
	key, err := s.office.Screen(c.ctx(), f.Values["name"])
	if err != nil {
		return err
	}
	key.Chain, key.Theme, key.Scenes = f.Values["chain"], f.Values["theme"], strings.Join(parts, ",")
	if key.Version, err = strconv.ParseInt(f.Values["version"], 10, 64); err != nil {
		return industry.Errorf(industry.Invalid, "表单缺少版本，请重新打开本页再改")
	}
	if len(parts) == 0 {
		err = &industry.Error{Kind: industry.Invalid, Message: "请至少选择一个场景", Fields: map[string]string{"场景": "请至少选择一个场景"}}
	} else {
		err = s.office.ChangeScreen(c.ctx(), key, c.actor())
	}
	if mended := f.blame(err, map[string]string{"产业链": "chain", "底色": "theme", "场景": "scenes"}); mended != nil {
		return mended
	}
	if err != nil {
		return s.showScreenEdit(c, f, key, rows)
	}
	return c.done(screensPath, "大屏“"+key.Name+"”的播放设置已保存，大屏在下一次换场景时自动更新")
}

// screensPage lists the walls.
func (s *server) screensPage(c *request) error {
	return s.showScreens(c, form{Values: map[string]string{"expires": "365d"}}, nil)
}

type screensList struct {
	Page
	Form   form
	Chains []office.ChainCard
	Keys   []screenRow
	Secret *secret
}

func (s *server) showScreens(c *request, f form, shown *secret) error {
	keys, err := s.office.Screens(c.ctx())
	if err != nil {
		return err
	}
	chains, err := s.office.Chains(c.ctx())
	if err != nil {
		return err
	}
	return c.html(statusFor(f), "screens", &screensList{
		Page: Page{Title: "大屏链接"}, Form: f, Chains: chains, Keys: screenRows(keys, chains, s.office.Now()), Secret: shown,
	})
}
