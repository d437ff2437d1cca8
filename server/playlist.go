package server

import (
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"chainboard/industry"
)

// wallHeader tells a wall, with every scene, by what it runs: its build and its
// key's settings. Another value than it was opened with asks it to start anew;
// "closed" that its key is no longer good.
const wallHeader = "X-Wall"

// wallMark is the value of wallHeader for whoever asks.
func (s *server) wallMark(c *request) string {
	parts := []string{s.assets.URL("css/chainboard.css"), s.assets.URL("js/chainboard.js")}
	for i, p := range parts {
		p = strings.TrimSuffix(strings.TrimSuffix(p, ".css"), ".js")
		parts[i] = p[strings.LastIndexByte(p, '.')+1:]
	}
	if c.via == byScreen {
		parts = append(parts, strconv.FormatInt(c.screen.Version, 10))
	}
	return strings.Join(parts, "-")
}

// permitScreen keeps a screen to the scenes of its key and to the charts and
// segments these show. Its chain is kept by view.
func (s *server) permitScreen(c *request) error {
	if c.route.onWall() {
		c.Header(wallHeader, s.wallMark(c))
	}
	plays, err := industry.ParsePlaylist(c.screen.Scenes, industry.DefaultTurn)
	if err != nil || len(plays) == 0 {
		return err
	}
	refused := industry.Errorf(industry.Forbidden, "这块大屏没有这个场景，播放内容由系统管理员在“大屏链接”中设置")
	if code := c.Param("scene"); code != "" && !plays.Shows(code) {
		return refused
	}
	if strings.HasPrefix(c.route.path, "/chains/") && !plays.Shows("chain") { // a node of 产业链图 opens it
		return refused
	}
	if c.route.path != "/charts/:name" {
		return nil
	}
	name, _, _ := strings.Cut(c.Param("name"), ".")
	for _, turn := range plays {
		if needsOf(turn.Scene).draws(name) {
			return nil
		}
	}
	return refused
}

// sceneTab is a scene in the head of the wall.
type sceneTab struct {
	Code, Name string
	Seconds    int
	Path       string
	Current    bool
}

// playlist returns what whoever asks is shown: the playlist of a screen's key, or
// what the address says. A wall never fails on an address: what it cannot read it
// leaves out.
func (s *server) playlist(c *request) (industry.Playlist, error) {
	seconds := industry.DefaultTurn
	if n, err := strconv.Atoi(c.Query("seconds")); err == nil && n >= industry.ShortestTurn && n <= industry.LongestTurn {
		seconds = n
	}
	text := c.Query("scenes")
	if c.via == byScreen {
		text = c.screen.Scenes
	}
	plays, err := industry.ParsePlaylist(text, seconds)
	if err != nil && c.via != byScreen {
		return nil, err
	}
	if len(plays) == 0 {
		plays = industry.FullPlaylist(seconds)
	}
	return plays, nil
}

// tabsOf returns the scenes of a playlist that there are.
func (s *server) tabsOf(c *request, plays industry.Playlist) []sceneTab {
	rest := c.Request.URL.Query()
	var tabs []sceneTab
	for _, turn := range plays {
		sc, err := s.sceneOf(turn.Scene)
		if err != nil {
			continue
		}
		rest.Set("scene", sc.Code)
		tabs = append(tabs, sceneTab{Code: sc.Code, Name: sc.Name, Seconds: turn.Seconds, Path: screenPath + "?" + rest.Encode()})
	}
	return tabs
}

// screenPage is the wall with its first scene in it.
type screenPage struct {
	Page
	View  view
	Scene scene
	Tabs  []sceneTab
	Main  template.HTML
	Light bool   // the theme of projectors
	Plays bool   // from the start
	Mark  string // as in wallHeader
	Ask   string // what goes with every scene: chain, month, moment
}

func (s *server) screenPage(c *request) error {
	v, err := s.view(c)
	if err != nil {
		return err
	}
	plays, err := s.playlist(c)
	if err != nil {
		return err
	}
	tabs := s.tabsOf(c, plays)
	if len(tabs) == 0 {
		tabs = s.tabsOf(c, industry.FullPlaylist(industry.DefaultTurn))
	}
	sc, err := s.sceneOf(firstTab(tabs, c.Query("scene")))
	if err != nil {
		return err
	}
	body, err := s.play(c, sc, v)
	if err != nil {
		return err
	}
	kiosk := c.via == byScreen
	p := &screenPage{
		Page: Page{Title: sc.Name, Brand: v.Brand()}, View: v, Scene: sc, Tabs: tabs, Mark: s.wallMark(c), Ask: askOf(c),
		Plays: kiosk || c.Query("play") == "1",
		Main:  template.HTML(body), // rendered by our own template, which escaped what it was given
	}
	p.Light = c.Query("theme") == "light" || c.Query("theme") == "" && kiosk && c.screen.Theme == "light"
	return c.html(http.StatusOK, "screen", p)
}

// firstTab marks the scene that is asked for, the first one where it is not
// played, and returns its code.
func firstTab(tabs []sceneTab, asked string) string {
	at := 0
	for i, t := range tabs {
		if t.Code == asked {
			at = i
		}
	}
	tabs[at].Current = true
	return tabs[at].Code
}

// askOf keeps of an address what every scene of the wall is asked with.
func askOf(c *request) string {
	rest := url.Values{}
	for _, name := range []string{"chain", "month", "as_of"} {
		if value := c.Query(name); value != "" {
			rest.Set(name, value)
		}
	}
	return rest.Encode()
}

// mostAgent is how many characters of a browser's name are kept.
const mostAgent = 200

// noteShown writes down what a screen shows and by which browser, at most once a
// minute. It is a trace: a failure is logged and stops nobody.
func (s *server) noteShown(c *request) {
	if c.via != byScreen || !s.shown.due(c.screen.Name, s.store.Now()) {
		return
	}
	agent := []rune(asText(c.Request.UserAgent()))
	err := s.store.ScreenShown(c.ctx(), c.screen.Name, string(agent[:min(len(agent), mostAgent)]), c.Param("scene"))
	if err != nil {
		s.log.Warn("last shown", "request", c.id(), "key", c.screen.Name, "error", err)
	}
}

// lastNoted is when something was last written down, by name.
type lastNoted struct {
	mu sync.Mutex
	at map[string]time.Time
}

// due reports whether nothing was noted of this name for seenEvery, and counts
// from now if so.
func (l *lastNoted) due(name string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if last, ok := l.at[name]; ok && now.Sub(last) < seenEvery {
		return false
	}
	if l.at == nil {
		l.at = map[string]time.Time{}
	}
	l.at[name] = now
	return true
}
