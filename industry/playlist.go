package industry

import (
	"strconv"
	"strings"
)

// Scene is a picture of the wall: the code in addresses and the name on its tab.
type Scene struct{ Code, Name string }

// Scenes returns every scene of the wall in the order in which they are played.
func Scenes() []Scene {
	return []Scene{
		{"overview", "总览"},
		{MapChain, MapName(MapChain)},
		{MapTechnology, MapName(MapTechnology)},
		{MapApplication, MapName(MapApplication)},
		{MapRegion, MapName(MapRegion)},
		{"investment", "招商签约"},
		{"dispatch", "经济运行调度"},
		{"rnd", "研发与资质"},
		{"issues", "问题销号"},
		{"decisions", "议定事项"},
	}
}

// SceneName returns the name of a scene, "" for a code that is none.
func SceneName(code string) string {
	for _, s := range Scenes() {
		if s.Code == code {
			return s.Name
		}
	}
	return ""
}

// How long a scene may stand, in seconds, and how long it does unless told.
const (
	ShortestTurn = 5
	LongestTurn  = 3600
	DefaultTurn  = 20
)

// Turn is one scene of a playlist and the seconds it stands.
type Turn struct {
	Scene   string
	Seconds int
}

// Playlist is what a screen plays, in order. An empty one stands for every scene.
type Playlist []Turn

// FullPlaylist returns every scene in its order for the seconds of one turn.
func FullPlaylist(seconds int) Playlist {
	var p Playlist
	for _, s := range Scenes() {
		p = append(p, Turn{s.Code, seconds})
	}
	return p
}

// ParsePlaylist reads "overview:30,chain:15,rnd"; a scene without seconds stands
// for seconds. Nothing is the empty playlist. An unknown or repeated scene and a
// turn that is too short or too long are Invalid.
func ParsePlaylist(text string, seconds int) (Playlist, error) {
	var p Playlist
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	for _, part := range strings.Split(strings.ReplaceAll(text, "，", ","), ",") {
		code, number, timed := strings.Cut(strings.TrimSpace(part), ":")
		turn := Turn{strings.TrimSpace(code), seconds}
		if timed {
			n, err := strconv.Atoi(strings.TrimSpace(number))
			if err != nil {
				n = 0 // refused below
			}
			turn.Seconds = n
		}
		if err := p.refuse(turn); err != nil {
			return nil, err
		}
		p = append(p, turn)
	}
	return p, nil
}

func (p Playlist) refuse(t Turn) error {
	say := func(format string, args ...any) error {
		e := Errorf(Invalid, format, args...)
		e.Fields = map[string]string{"场景": e.Message}
		return e
	}
	name := SceneName(t.Scene)
	switch {
	case name == "":
		return say("没有名为“%s”的大屏场景，可用的有 %s", t.Scene, sceneCodes())
	case p.Shows(t.Scene) && len(p) > 0:
		return say("场景“%s”写了两次，请只保留一处", name)
	case t.Seconds < ShortestTurn || t.Seconds > LongestTurn:
		return say("场景“%s”的秒数应为%d至%d的整数", name, ShortestTurn, LongestTurn)
	}
	return nil
}

func sceneCodes() string {
	var codes []string
	for _, s := range Scenes() {
		codes = append(codes, s.Code)
	}
	return strings.Join(codes, "、")
}

// Shows reports whether the scene of this code is played; the empty playlist
// plays every one.
func (p Playlist) Shows(scene string) bool {
	for _, t := range p {
		if t.Scene == scene {
			return true
		}
	}
	return len(p) == 0
}

// String writes the playlist as ParsePlaylist reads it.
func (p Playlist) String() string {
	parts := make([]string, len(p))
	for i, t := range p {
		parts[i] = t.Scene + ":" + strconv.Itoa(t.Seconds)
	}
	return strings.Join(parts, ",")
}
