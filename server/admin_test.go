package server

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"chainboard/industry"
	"chainboard/store"
)

func TestSecurityAdminAddsAnAccount(t *testing.T) {
	st := newSite(t)
	st.addUser("anquan", industry.SecurityAdmin)
	admin := st.signedIn("anquan")
	w := admin.post("/admin/users", url.Values{"name": {"x"}, "display": {"周某某"}, "role": {"department"}, "department": {"县工信局"}})
	d := document(t, w)
	if w.Code != http.StatusBadRequest || text(d, "#name-e") != "账号应为2至32个字符，请重新填写" {
		t.Errorf("short name: %d %q", w.Code, text(d, "#name-e"))
	}
	if d.Find("#display").AttrOr("value", "") != "周某某" || d.Find(`#role option[selected]`).AttrOr("value", "") != "department" ||
		d.Find("#department").AttrOr("value", "") != "县工信局" {
		t.Error("what was typed is gone")
	}
	if got := text(document(t, admin.post("/admin/users", url.Values{"name": {"zhou"}})), "#role-e"); got != "请选择一个角色，一个账号只能有一个角色" {
		t.Errorf("no role: %q", got)
	}
	w = admin.post("/admin/users", url.Values{"name": {"zhou"}, "display": {"周某某"}, "role": {"department"}, "department": {"县工信局"}})
	d = document(t, w)
	oneTime := text(d, ".secret")
	if w.Code != http.StatusOK || len(oneTime) != 19 {
		t.Fatalf("%d, one-time password %q", w.Code, oneTime)
	}
	row := adminRow(d, "zhou")
	want := []string{"zhou", "周某某", "部门", "县工信局", "—", "待改密码", "2026-11-20 09:00"}
	if got := row[:len(want)]; !slices.Equal(got, want) {
		t.Errorf("row %q, want %q", got, want)
	}
	if strings.Contains(admin.get("/admin/users").Body.String(), oneTime) || strings.Contains(st.log.String(), oneTime) {
		t.Error("the one-time password is shown or logged again")
	}
	if w := st.browser().post("/login", url.Values{"name": {"zhou"}, "password": {oneTime}}); w.Header().Get("Location") != "/account/password" {
		t.Errorf("sign-in with it: %d to %q", w.Code, w.Header().Get("Location"))
	}
	if got := text(document(t, admin.post("/admin/users", url.Values{"name": {"zhou"}, "role": {"viewer"}})), ".form > .err"); got != "账号“zhou”已经存在" {
		t.Errorf("taken name: %q", got)
	}
}

// adminRow returns the cells of the row that begins with a name.
func adminRow(d *goquery.Document, name string) []string {
	var cells []string
	d.Find("tbody tr").Each(func(_ int, row *goquery.Selection) {
		if strings.TrimSpace(row.Find("td").First().Text()) != name {
			return
		}
		row.Find("td").Each(func(_ int, cell *goquery.Selection) { cells = append(cells, strings.TrimSpace(cell.Text())) })
	})
	return cells
}

func TestDisableEnableResetOnThePage(t *testing.T) {
	st := newSite(t)
	st.addUser("anquan", industry.SecurityAdmin)
	st.addUser("liang", industry.Viewer)
	admin := st.signedIn("anquan")
	name := url.Values{"name": {"liang"}}
	if w := admin.post("/admin/users/disable", name); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/admin/users" {
		t.Fatalf("disable: %d", w.Code)
	}
	d := document(t, admin.get("/admin/users"))
	if text(d, ".note-g") != "账号“liang”已停用，其登录已全部退出" || adminRow(d, "liang")[5] != "停用" {
		t.Errorf("after disabling: %q, %q", text(d, ".note-g"), adminRow(d, "liang"))
	}
	admin.post("/admin/users/enable", name)
	if got := adminRow(document(t, admin.get("/admin/users")), "liang")[5]; got != "正常" {
		t.Errorf("after enabling: %q", got)
	}
	if got := text(document(t, admin.post("/admin/users/reset", name)), ".secret"); len(got) != 19 {
		t.Errorf("after the reset: %q", got)
	}
	if w := admin.post("/admin/users/disable", url.Values{"name": {"anquan"}}); w.Code != http.StatusConflict {
		t.Errorf("closing the own account: %d", w.Code)
	}
	if w := admin.post("/admin/users/unlock", url.Values{"name": {"nobody"}}); w.Code != http.StatusNotFound {
		t.Errorf("unlocking nobody: %d", w.Code)
	}
}

func TestTokenIsShownOnceAndRevoked(t *testing.T) {
	st := newSite(t)
	st.addUser("anquan", industry.SecurityAdmin)
	admin := st.signedIn("anquan")
	if got := document(t, admin.get("/admin/tokens")).Find("#expires").AttrOr("value", ""); got != "90d" {
		t.Errorf("proposed expiry %q", got)
	}
	w := admin.post("/admin/tokens", url.Values{"name": {"省平台"}, "role": {"viewer"}, "expires": {"soon"}})
	if d := document(t, w); w.Code != http.StatusBadRequest || text(d, "#expires-e") == "" || d.Find("#name").AttrOr("value", "") != "省平台" {
		t.Errorf("bad expiry: %d %q", w.Code, text(d, "#expires-e"))
	}
	d := document(t, admin.post("/admin/tokens", url.Values{"name": {"省平台"}, "role": {"viewer"}, "expires": {"90d"}}))
	token := text(d, ".secret")
	if got := adminRow(d, "省平台"); !slices.Equal(got[:6], []string{"省平台", "访客", "2027-02-18 09:00", "—", "anquan 2026-11-20 09:00", "有效"}) {
		t.Errorf("row %q", got)
	}
	client := st.browser()
	client.header.Set("Authorization", "Bearer "+token)
	if w := client.get("/api/v1/chains"); w.Code != http.StatusOK {
		t.Errorf("with the token: %d", w.Code)
	}
	admin.post("/admin/tokens/revoke", url.Values{"name": {"省平台"}})
	if w := client.get("/api/v1/chains"); w.Code != http.StatusUnauthorized {
		t.Errorf("with the revoked token: %d", w.Code)
	}
	after := admin.get("/admin/tokens")
	if strings.Contains(after.Body.String(), token) {
		t.Error("the token is shown again")
	}
	if got := adminRow(document(t, after), "省平台")[5]; got != "已撤销" {
		t.Errorf("state %q", got)
	}
}

func TestScreenLinkOpensTheWall(t *testing.T) {
	st := newSite(t)
	st.serve(st.wallTable())
	st.addUser("xitong", industry.SystemAdmin)
	admin := st.signedIn("xitong")
	d := document(t, admin.post("/admin/screens", url.Values{"name": {"政务大厅"}, "expires": {""}}))
	link, ok := strings.CutPrefix(text(d, ".secret"), "http://example.com")
	if !ok || !strings.HasPrefix(link, "/screen?key=cbk_") {
		t.Fatalf("link %q", text(d, ".secret"))
	}
	if got := adminRow(d, "政务大厅"); got[1] != "离线" || got[2] != "全部" || got[5] != "长期" {
		t.Errorf("row %q", got)
	}
	wall := st.browser()
	wall.get(link)
	if w := wall.get("/screen"); w.Code != http.StatusOK {
		t.Errorf("the wall: %d", w.Code)
	}
	admin.post("/admin/screens/revoke", url.Values{"name": {"政务大厅"}})
	if w := wall.get("/screen"); w.Code != http.StatusForbidden {
		t.Errorf("the revoked wall: %d", w.Code)
	}
	if w := admin.post("/admin/screens", url.Values{"name": {"二"}, "chain": {"nowhere"}}); text(document(t, w), "#chain-e") == "" {
		t.Error("an unknown chain was taken")
	}
}

func TestAuditLogIsFilteredAndPaged(t *testing.T) {
	st := newSite(t)
	st.addUser("shenji", industry.AuditAdmin)
	auditor := st.signedIn("shenji")
	for range 3 {
		st.browser().post("/login", url.Values{"name": {"shenji"}, "password": {"wrong"}})
	}
	d := document(t, auditor.get("/admin/audit?action=login_failed"))
	if got := d.Find("tbody tr").Length(); got != 3 {
		t.Errorf("%d failed sign-ins", got)
	}
	if got := adminRow(d, "2026-11-20 09:00:00"); !slices.Equal(got[:6], []string{"2026-11-20 09:00:00", "—", "登录失败", "shenji", "密码不正确", "192.0.2.1"}) {
		t.Errorf("row %q", got)
	}
	if d.Find(`select[name=action] option[selected]`).AttrOr("value", "") != string(industry.ActLoginFailed) {
		t.Error("the filter forgets its choice")
	}
	d = document(t, auditor.get("/admin/audit?size=2&page=2"))
	if got := text(d, ".pages span"); got != "第 2 / 3 页，共 6 条" {
		t.Errorf("place %q", got)
	}
	if prev, next := d.Find(".pages a").First(), d.Find(".pages a").Last(); prev.AttrOr("href", "") != "?page=1&size=2" || next.AttrOr("href", "") != "?page=3&size=2" {
		t.Errorf("links %q %q", prev.AttrOr("href", ""), next.AttrOr("href", ""))
	}
	for _, path := range []string{"/admin/audit?size=501", "/admin/audit?page=0", "/admin/audit?size=x"} {
		if w := auditor.get(path); w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	entries, _, err := st.server.store.AuditLog(t.Context(), store.AuditFilter{Page: 1, Size: 10})
	if err != nil || !slices.ContainsFunc(entries, func(e industry.AuditEntry) bool { return e.Action == industry.ActLogin && e.Actor == "shenji" }) {
		t.Errorf("the sign-in is not in the log: %v", err)
	}
}

func TestNavigationShowsWhatTheRoleMayOpen(t *testing.T) {
	st := newSite(t)
	for role, want := range map[industry.Role][]string{
		industry.SystemAdmin:   {"/admin/screens"},
		industry.SecurityAdmin: {"/admin/users", "/admin/tokens"},
		industry.AuditAdmin:    {"/admin/audit"},
		industry.Viewer:        nil,
	} {
		st.addUser("u_"+string(role), role)
		var got []string
		document(t, st.signedIn("u_"+string(role)).get("/account/password")).Find(`.side a[href^="/admin/"]`).Each(func(_ int, a *goquery.Selection) {
			got = append(got, a.AttrOr("href", ""))
		})
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", role, got, want)
		}
	}
}
