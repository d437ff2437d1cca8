package server

import (
	"net/http"
	"net/url"
	"slices"

	"chainboard/industry"
	"chainboard/office"
)

// chainPage is one chain, or all of them: who leads, how it stands, its segments.
type chainPage struct {
	Page
	figures
	Chain  *office.ChainCard // nil: all chains
	Posts  []post
	Former []office.Leader
	Lanes  []branch
	Chains []chainCard
}

// post is one kind of office on a chain with who holds it.
type post struct {
	Role    string
	Holders []office.Leader
}

// chainPage shows a chain. The picker of the page names the chain in the query:
// that leads on to its own address.
func (s *server) chainPage(c *request) error {
	if wanted := c.Query("chain"); wanted != "" {
		rest := c.Request.URL.Query()
		rest.Del("chain")
		address := "/chains/" + url.PathEscape(wanted)
		if len(rest) > 0 {
			address += "?" + rest.Encode()
		}
		return c.seeOther(address)
	}
	v, err := s.view(c)
	if err != nil {
		return err
	}
	p := &chainPage{Page: Page{Title: v.Name, Brand: v.Brand()}, Chain: v.Card()}
	if p.figures, err = s.figures(c, v); err != nil {
		return err
	}
	if p.Chains, err = s.chainCards(c, v); err != nil {
		return err
	}
	verdicts, err := s.office.Verdicts(c.ctx(), v.Query)
	if err != nil {
		return err
	}
	p.Lanes = branchesOf(verdicts)
	if p.Chain != nil {
		p.Posts, p.Former = postsOf(p.Chain.Leaders)
	}
	return c.html(http.StatusOK, "chain", p)
}

// postsOf groups who is in office by role, in order of rank, and lists who was.
func postsOf(leaders []office.Leader) (posts []post, former []office.Leader) {
	for _, l := range leaders {
		if !l.Current {
			former = append(former, l)
			continue
		}
		i := slices.IndexFunc(posts, func(p post) bool { return p.Role == l.Role })
		if i < 0 {
			posts, i = append(posts, post{Role: l.Role}), len(posts)
		}
		posts[i].Holders = append(posts[i].Holders, l)
	}
	return posts, former
}

// inOffice returns who holds one of these roles now.
func inOffice(leaders []office.Leader, roles ...string) []office.Leader {
	var list []office.Leader
	for _, l := range leaders {
		if l.Current && slices.Contains(roles, l.Role) {
			list = append(list, l)
		}
	}
	return list
}

// Remark is the rule by which the segments are judged.
func (p *chainPage) Remark() string { return industry.DiagnosisRule }
