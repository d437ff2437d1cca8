package office

import (
	"slices"
	"strings"

	"github.com/mozillazg/go-pinyin"
)

// spelling tells whether letters spell a name in pinyin. A character with several
// readings may be spelt by any, except in the places and words whose reading is
// settled. It remembers what it looked up and serves one search.
type spelling struct {
	args     pinyin.Args
	readings map[rune][]string
	settled  map[string][]string
}

func newSpelling() *spelling {
	s := &spelling{args: pinyin.NewArgs(), readings: map[rune][]string{}, settled: settledReadings()}
	s.args.Heteronym = true
	return s
}

// settledReadings are words whose characters are read in one way only: names of
// places that chance readings would find under the wrong letters, or that the
// dictionary of single characters does not know.
func settledReadings() map[string][]string {
	words := map[string][]string{}
	for _, line := range []string{
		"重庆 chong qing", "长兴 chang xing", "长沙 chang sha", "长江 chang jiang", "长三角 chang san jiao", "成长 cheng zhang", "增长 zeng zhang",
		"厦门 xia men", "六安 lu an", "乐清 yue qing", "乐平 le ping", "乐安 le an", "铅山 yan shan", "台州 tai zhou", "蚌埠 beng bu", "亳州 bo zhou",
		"银行 yin hang", "航行 hang xing", "行业 hang ye", "重工 zhong gong", "重金属 zhong jin shu", "中长期 zhong chang qi", "会计 kuai ji", "朝阳 chao yang",
	} {
		parts := strings.Fields(line)
		words[parts[0]] = parts[1:]
	}
	return words
}

// spells reports whether the letters spell a stretch of the name: each character
// by its whole reading, its initial or its first letter, the last one by any
// beginning of its reading. It keeps every place in the letters that the
// characters so far may have led to, so that no name makes it try them all again.
func (s *spelling) spells(name, letters string) bool {
	places := make([]bool, len(letters))
	for _, readings := range s.read(name) {
		next := make([]bool, len(letters))
		places[0] = true // a stretch may begin at every character
		for place, reached := range places {
			for _, reading := range readings {
				rest := letters[place:]
				switch {
				case !reached:
				case strings.HasPrefix(reading, rest):
					return true
				default:
					for _, part := range []string{reading, reading[:1], initial(reading)} {
						if strings.HasPrefix(rest, part) {
							next[place+len(part)] = true
						}
					}
				}
			}
		}
		places = next
	}
	return false
}

// initial is zh, ch or sh, else the first letter.
func initial(reading string) string {
	if len(reading) > 1 && reading[1] == 'h' {
		return reading[:2]
	}
	return reading[:1]
}

// read returns the readings of each character; a letter reads as itself, any
// other sign has none and so ends what letters can spell.
func (s *spelling) read(name string) [][]string {
	runes := []rune(strings.ToLower(name))
	characters := make([][]string, len(runes))
	for i, r := range runes {
		characters[i] = s.of(r)
	}
	for word, readings := range s.settled {
		for from := 0; ; {
			at := strings.Index(name[from:], word)
			if at < 0 {
				break
			}
			first := len([]rune(name[:from+at]))
			for i, reading := range readings {
				characters[first+i] = []string{reading}
			}
			from += at + len(word)
		}
	}
	return characters
}

func (s *spelling) of(r rune) []string {
	if known, ok := s.readings[r]; ok {
		return known
	}
	var readings []string
	switch {
	case r >= 'a' && r <= 'z':
		readings = []string{string(r)}
	default:
		for _, reading := range pinyin.SinglePinyin(r, s.args) {
			if reading != "" && !slices.Contains(readings, reading) {
				readings = append(readings, reading)
			}
		}
	}
	s.readings[r] = readings
	return readings
}
