package server

import (
	"net/url"
	"strings"
	"testing"
)

// The table names what is weak with its projects and prospects to everybody who
// may see lists; how to reach them, and the forms, are not for a viewer.
func TestGapsPage(t *testing.T) {
	st := sampleSite(t)
	office, viewer := st.signedIn("office"), st.signedIn("viewer")
	row := office.page("/gaps?chain=ne").Find("tbody tr").Has(`a[href*="li-sianode"]`)
	if got := folded(row.Text()); !strings.Contains(got, "断链") || !strings.Contains(got, "吴越丙辰示例碳材集团 在谈") || !strings.Contains(got, "硅碳负极材料项目 线索") {
		t.Errorf("office sees %q", got)
	}
	form := row.Find(`a[href*="prospects/new"]`).AttrOr("href", "")
	if d := office.page(form); d.Find(`[name="f.segment"]`).AttrOr("value", "") != "硅碳负极" || d.Find(`[name="f.chain"]`).AttrOr("value", "") != "新能源产业链" {
		t.Errorf("the form of %s does not know the segment", form)
	}
	shown := viewer.page("/gaps?chain=ne")
	if got := folded(shown.Text()); !strings.Contains(got, "吴越丙辰示例碳材集团") || strings.Contains(got, "0000-86") || shown.Find(`a[href*="/new"]`).Length() > 0 {
		t.Errorf("a viewer sees %q", got)
	}
	answer := viewer.get("/api/v1/chains/ne/gaps").Body.String()
	if !strings.Contains(answer, `"state":"断链"`) || strings.Contains(answer, "phone") || strings.Contains(answer, "0000-86") {
		t.Errorf("the API tells a viewer %s", answer[:200])
	}
	segment := viewer.page("/chains/ne/maps/chain/" + url.PathEscape("li-sianode"))
	if got := folded(segment.Text()); !strings.Contains(got, "已联系 1，在谈 1") || strings.Contains(got, "新增招商目标") {
		t.Errorf("the segment shows a viewer %q", got)
	}
}
