package industry

import (
	"fmt"
	"strconv"
	"strings"
)

// mostChangedNames bounds the names a line of changes tells, the rest are counted.
const mostChangedNames = 12

// since says what changed since the version before: counts of every list and map,
// then the names.
func (v CompendiumVersion) since() []Block {
	if v.Before.Version == 0 {
		if v.Name == "" {
			return []Block{{Text: "本稿没有定版，也没有已定版的资料汇编可比。"}}
		}
		return []Block{{Text: "本版为首版。"}}
	}
	text := fmt.Sprintf("上一版为%s（资料时点%s）。", v.Before.VersionText(), dateWords(DateOf(v.Before.AsOf)))
	if v.Name == "" {
		text = "本稿没有定版。" + text
	}
	t := &Table{Title: "与" + v.Before.VersionText() + "相比的变动（条）", Columns: []TableColumn{{Name: "图、清单", Weight: 40}}}
	for _, name := range []string{"新增", "移出", "修改", "未变"} {
		t.Columns = append(t.Columns, TableColumn{Name: name, Weight: 15, Figure: true})
	}
	blocks := []Block{{Text: text}, {Table: t}}
	for _, p := range v.Parts {
		t.row(p.Name, strconv.Itoa(len(p.Added)), strconv.Itoa(len(p.Removed)), strconv.Itoa(len(p.Changed)), strconv.Itoa(p.Unchanged))
		if words := p.words(); words != "" {
			blocks = append(blocks, Block{Lead: p.Name + "。", Text: words})
		}
	}
	if len(blocks) == 2 {
		return append(blocks, Block{Text: "四图和五清单没有变动。"})
	}
	return blocks
}

// words names what changed: 新增甲、乙；移出丙。
func (c CompendiumChange) words() string {
	var added, removed, changed, parts []string
	for _, r := range c.Added {
		added = append(added, r.Name)
	}
	for _, r := range c.Removed {
		removed = append(removed, r.Name)
	}
	for _, r := range c.Changed {
		var columns []string
		for _, x := range r.Changes {
			columns = append(columns, x.Name())
		}
		changed = append(changed, r.Name+"（"+strings.Join(columns, "、")+"）")
	}
	for _, part := range []struct {
		word  string
		names []string
	}{{"新增", added}, {"移出", removed}, {"修改", changed}} {
		if n := len(part.names); n > mostChangedNames {
			parts = append(parts, part.word+strings.Join(part.names[:mostChangedNames], "、")+fmt.Sprintf("等%d条", n))
		} else if n > 0 {
			parts = append(parts, part.word+strings.Join(part.names, "、"))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "；") + "。"
}
