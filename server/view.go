package server

import (
	"net/http"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// Page is what every page has; the struct of a page embeds it and sets the
// title. The rest is filled in when it is rendered.
type Page struct {
	Title   string
	Brand   string         // in the head of a wall; empty: the program's name
	User    *industry.User // nil: nobody has signed in
	Role    string         // Chinese names of the user's roles
	OnWall  bool           // shown by a screen's key: nothing to sign out of
	Nav     []NavGroup     // of the side bar: only what the user may open
	Top     []NavItem      // of the wall's head and the phone's foot
	Sample  bool           // mark 示例数据
	CSRF    string         // of forms: <input type="hidden" name="csrf">
	Notices []Notice
	Path    string // of the request, for links back to it

	// unadorned pages ask the database nothing: they tell of its absence too.
	unadorned bool
}

func (p *Page) base() *Page { return p }

// pager is a page's struct: whatever embeds Page.
type pager interface{ base() *Page }

// Notice is one line above the page: Kind is g, y, r or a as in static/README.md.
type Notice struct {
	Kind string
	Text string
	Href string // where it leads; "" for nowhere
}

// NavGroup is a heading of the side bar with what stands under it.
type NavGroup struct {
	Title string
	Items []NavItem
}

// NavItem is one entry of the navigation.
type NavItem struct {
	Label   string
	Path    string
	Current bool
	Count   int // of what waits there; 0 is not shown
}

// navEntry is an entry as planned: it shows where its route is in the table and
// open to the user.
type navEntry struct {
	group, label, path string
	pattern            string // of the route, where it is not the path
	list               string // code of the list it opens
	within             string // part of the addresses it stands for
	top                bool   // also in the head of the wall
	short              string // its label there, where it stands for the whole group
}

func navPlan(lists industry.ListSet, user industry.User) []navEntry {
	plan := []navEntry{
		{group: "看板", label: "总览", path: "/", top: true},
		{group: "看板", label: "产业链", path: "/chains/all", pattern: "/chains/:chain"},
		{group: "看板", label: "调度", path: "/dispatch", top: true},
		{group: "看板", label: "调度会", path: meetingsPath},
		{group: "看板", label: "会议材料", path: documentsPath},
		{group: "看板", label: "招商引资", path: investmentPath},
		{group: "看板", label: "考核得分", path: scorePath},
		{group: "看板", label: "研发", path: "/rnd"},
	}
	for i, k := range mapKinds() {
		e := navEntry{
			group: "四图", label: k.name, path: mapAddress(homeChain(user), k.code, nil), pattern: "/chains/:chain/maps/:map",
			within: "/maps/" + k.code + "/",
		}
		if i == 0 {
			e.top, e.short = true, e.group
		}
		plan = append(plan, e)
	}
	plan = append(plan, listEntries("清单", lists, user)...)
	plan = append(plan, navEntry{group: ledgers, label: "到期提醒", path: duePath}, navEntry{group: ledgers, label: "走访覆盖率", path: visitsPath}, navEntry{group: ledgers, label: "断链补链", path: gapsPath})
	plan = append(plan, listEntries(ledgers, lists, user)...)
	return append(plan, []navEntry{
		{group: "资料", label: "导入", path: "/imports"},
		{group: "管理", label: "账号与角色", path: "/admin/users"},
		{group: "管理", label: "接口令牌", path: "/admin/tokens"},
		{group: "管理", label: "大屏链接", path: "/admin/screens"},
		{group: "管理", label: "清单设置", path: listsPath},
		{group: "管理", label: "节假日", path: holidaysPath},
		{group: "管理", label: "评定规则", path: lightRulesPath},
		{group: "管理", label: "招商口径", path: investmentRulesPath},
		{group: "管理", label: "考核办法", path: scoreRulesPath},
		{group: "管理", label: "审计日志", path: "/admin/audit"},
	}...)
}

// ledgers is the group of the lists that record work.
const ledgers = "工作台账"

// listEntries are the entries of the lists that are shown in one of the two groups.
func listEntries(group string, lists industry.ListSet, user industry.User) []navEntry {
	var entries []navEntry
	for _, l := range lists {
		if l.Shown && office.ListOpensTo(l.Code, user) && industry.ListOf(l.Code).Ledger == (group == ledgers) {
			entries = append(entries, navEntry{
				group: group, label: l.Name, path: listAddress(industry.AllChains, l.Code), pattern: "/chains/:chain/lists/:list",
				list: l.Code, top: l.Code == "enterprises" || l.Code == "projects",
			})
		}
	}
	return entries
}

// navigation returns what of the plan the user may open.
func (c *request) navigation(lists industry.ListSet) (side []NavGroup, top []NavItem) {
	current := c.Request.URL.Path
	for _, e := range navPlan(lists, c.user) {
		pattern := e.pattern
		if pattern == "" {
			pattern = e.path
		}
		rt, ok := c.s.pageAt(pattern)
		if !ok || !rt.opensTo(c.user) {
			continue
		}
		item := NavItem{Label: e.label, Path: e.path}
		item.Current = current == e.path || e.path != "/" && strings.HasPrefix(current, e.path+"/") && e.pattern == "" ||
			e.list != "" && strings.Contains(current+"/", "/lists/"+e.list+"/") ||
			e.within != "" && strings.Contains(current+"/", e.within)
		if len(side) == 0 || side[len(side)-1].Title != e.group {
			side = append(side, NavGroup{Title: e.group})
		}
		group := &side[len(side)-1]
		group.Items = append(group.Items, item)
		if e.top {
			if e.short != "" { // one entry for all of the group
				item.Label, item.Current = e.short, strings.Contains(current, "/maps/")
			}
			top = append(top, item)
		}
	}
	return side, top
}

// countDue puts what is late or due this week beside its entry, for those who
// answer for it.
func (c *request) countDue(p *Page) error {
	if p.unadorned || !c.can(industry.SeeEnterprises) {
		return nil
	}
	for _, g := range p.Nav {
		for i := range g.Items {
			if g.Items[i].Path != duePath {
				continue
			}
			n, err := c.s.office.DueCount(c.ctx(), homeChain(c.user))
			if err != nil {
				return err
			}
			g.Items[i].Count = n
		}
	}
	return nil
}

// pageAt returns the page of a path in the table.
func (s *server) pageAt(pattern string) (route, bool) {
	for _, rt := range s.table {
		if rt.method == http.MethodGet && rt.path == pattern {
			return rt, true
		}
	}
	return route{}, false
}

// complete fills in what every page has.
func (c *request) complete(p *Page) error {
	p.Path = c.Request.URL.Path
	p.CSRF = c.csrf
	p.OnWall = c.via == byScreen
	if c.via != anonymous {
		p.User, p.Role = &c.user, roleLabels(c.user.Roles)
		if !c.user.MustChangePassword {
			lists := industry.ListPresets()[0].Set()
			if !p.unadorned {
				var err error
				if lists, _, err = c.s.office.ListSet(c.ctx()); err != nil {
					return err
				}
			}
			p.Nav, p.Top = c.navigation(lists)
			if err := c.countDue(p); err != nil {
				return err
			}
		}
	}
	if p.unadorned {
		return nil
	}
	if c.via == bySession {
		c.popNotice(p)
		c.noticeJobs(p)
		if firstAccount(c.user) {
			p.Notices = append(p.Notices, Notice{Kind: "y", Text: "当前是首个账号，兼有系统管理员和链长办两个角色；" +
				"请在服务器上用 chainboard user add 建立其他账号，建立链长办账号后本账号只留系统管理员角色"})
		}
	}
	var err error
	p.Sample, err = c.s.office.SampleShown(c.ctx())
	return err
}

// firstAccount reports whether the user is the first account while it still
// stands in for the chain office (interfaces, Roles).
func firstAccount(u industry.User) bool {
	return u.Is(industry.SystemAdmin) && u.Is(industry.ChainOffice)
}

func roleLabels(roles []industry.Role) string {
	labels := make([]string, len(roles))
	for i, r := range roles {
		labels[i] = r.Label()
	}
	return strings.Join(labels, industry.ListSeparator)
}

// notice keeps a line for the next page the session sees. It is for words, never
// for secrets: sessions are stored.
func (c *request) notice(kind, text string) {
	if c.via == bySession {
		c.s.sessions.plain.Put(c.ctx(), keyNotice, kind+text)
	}
}

func (c *request) popNotice(p *Page) {
	sessions := c.s.sessions.plain
	if !sessions.Exists(c.ctx(), keyNotice) {
		return
	}
	if kept := sessions.PopString(c.ctx(), keyNotice); len(kept) > 1 {
		p.Notices = append(p.Notices, Notice{Kind: kept[:1], Text: kept[1:]})
	}
}
