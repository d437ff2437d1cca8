package industry

import (
	"errors"
	"testing"
)

func TestPlaylist(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "",
		"overview:30,chain:15":     "overview:30,chain:15",
		" overview , issues:3600 ": "overview:20,issues:3600",
		"rnd，decisions:5":          "rnd:20,decisions:5",
	} {
		p, err := ParsePlaylist(text, DefaultTurn)
		if err != nil || p.String() != want {
			t.Errorf("%q: %q, %v", text, p, err)
		}
		if again, err := ParsePlaylist(p.String(), 7); err != nil || again.String() != want {
			t.Errorf("%q does not come back: %q, %v", want, again, err)
		}
	}
	for _, text := range []string{"lobby", "overview,overview", "overview:4", "overview:3601", "overview:x", "overview:", "overview,,rnd", "overview:1.5"} {
		var e *Error
		if p, err := ParsePlaylist(text, DefaultTurn); !errors.As(err, &e) || e.Kind != Invalid || e.Fields["场景"] == "" {
			t.Errorf("%q was taken: %v, %v", text, p, err)
		}
	}
	p, _ := ParsePlaylist("rnd", DefaultTurn)
	if p.Shows("overview") || !p.Shows("rnd") || !Playlist(nil).Shows("overview") || len(FullPlaylist(9)) != len(Scenes()) {
		t.Error("what a playlist shows")
	}
}
