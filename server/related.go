package server

import (
	"net/url"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

// relatedGroup is what other registers say of a record, with addresses.
type relatedGroup struct {
	office.RelatedGroup
	Links []relatedLink
}

type relatedLink struct {
	office.RelatedRecord
	Href string
}

func (s *server) related(c *request, d office.Detail) ([]relatedGroup, error) {
	found, err := s.office.Related(c.ctx(), d, c.user)
	if err != nil {
		return nil, err
	}
	var groups []relatedGroup
	for _, g := range found {
		group := relatedGroup{RelatedGroup: g}
		for _, r := range g.Rows {
			link := relatedLink{RelatedRecord: r}
			switch {
			case r.Figure != nil:
				link.Href = asOf(subjectAddress(*r.Figure), d.AsOf)
			case r.List == "":
				link.Href = segmentAddress(r.ID)
			default:
				link.Href = asOf(itemAddress(c.Param("chain"), r.List, r.ID), d.AsOf)
			}
			group.Links = append(group.Links, link)
		}
		groups = append(groups, group)
	}
	return groups, nil
}

// segmentAddress is the page of a segment by its key.
func segmentAddress(key string) string {
	chain, code, _ := strings.Cut(key, industry.KeySeparator)
	return "/chains/" + url.PathEscape(chain) + "/maps/" + industry.MapChain + "/" + url.PathEscape(code)
}
