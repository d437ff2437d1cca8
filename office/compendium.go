package office

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"chainboard/charts"
	"chainboard/industry"
	"chainboard/workbook"
)

// Compendium writes 资料汇编 of a chain, or of all of them, and a month: everything
// in it is what a viewer sees.
func (o *Office) Compendium(ctx context.Context, q Query) (industry.Document, error) {
	q, err := o.settle(ctx, q)
	if err != nil {
		return industry.Document{}, err
	}
	f := industry.CompendiumFacts{Subject: "重点产业链", Month: q.Month, Date: o.Today()}
	f.Records = f.Date
	if !q.AsOf.IsZero() {
		f.Records = industry.DateOf(q.AsOf)
	}
	name, err := o.ChainName(ctx, q.Chain)
	if err != nil {
		return industry.Document{}, err
	}
	if q.Chain != industry.AllChains {
		f.Subject = name
	}
	chains, err := o.chainCards(ctx, Query{Month: q.Month, AsOf: q.AsOf}, f.Records)
	if err != nil {
		return industry.Document{}, err
	}
	chains = slices.DeleteFunc(chains, func(c ChainCard) bool { return q.Chain != industry.AllChains && c.Code != q.Chain })
	_, f.Organ = signer(chains, q.Chain)
	if f.Chains, err = o.compendiumChains(ctx, q, chains); err != nil {
		return industry.Document{}, err
	}
	if f.Maps, err = o.compendiumMaps(ctx, q, chains); err != nil {
		return industry.Document{}, err
	}
	viewer := industry.User{Roles: []industry.Role{industry.Viewer}}
	for _, code := range industry.CompendiumLists() {
		l, facts, err := o.listFacts(ctx, ListRequest{List: code, Chain: q.Chain, Month: q.Month, AsOf: q.AsOf, User: viewer})
		if err != nil {
			return industry.Document{}, err
		}
		page, err := l.File(facts, industry.ListQuery{Columns: industry.CompendiumColumns(code, q.Chain)})
		if err != nil {
			return industry.Document{}, err
		}
		f.Lists = append(f.Lists, page)
	}
	if f.Version, err = o.compendiumVersion(ctx, q, q.version); err != nil {
		return industry.Document{}, err
	}
	if q.version > 0 {
		f.Date = f.Records
	}
	f.Sample, err = o.SampleShown(ctx)
	return industry.CompendiumOf(f), err
}

// compendiumChains reads what a paper tells of each chain first.
func (o *Office) compendiumChains(ctx context.Context, q Query, chains []ChainCard) ([]industry.CompendiumChain, error) {
	county, err := o.county(ctx, q.AsOf)
	if err != nil {
		return nil, err
	}
	var all []industry.CompendiumChain
	for _, card := range chains {
		chain := leading(card)
		for _, indicator := range county.indicators {
			for _, t := range county.targets {
				if t.Year == q.Month.Year() && t.Chain == card.Code && t.Indicator == indicator.Code {
					chain.Targets = append(chain.Targets, industry.CompendiumTarget{Indicator: indicator, Target: t})
				}
			}
		}
		all = append(all, chain)
	}
	return all, nil
}

func leading(c ChainCard) industry.CompendiumChain {
	chain := industry.CompendiumChain{Name: c.Name, Summary: c.Summary, Edition: c.Edition}
	for _, l := range c.Leaders {
		if l.Current {
			chain.Leaders = append(chain.Leaders, industry.CompendiumLeader{Role: l.Role, Name: l.Name, Title: l.Title, Since: l.Since})
		}
	}
	return chain
}

// mapColumns are the columns of a map's table that tell most on a page; the
// weights are their shares of its width.
func mapColumns(name string) map[string]int {
	switch name {
	case industry.MapChain:
		return map[string]int{"细分链": 16, "环节": 24, "位置": 9, "诊断": 11, "企业(户)": 10, "规上(户)": 10, "在推项目(个)": 12, "技术(项)": 10}
	case industry.MapTechnology:
		return map[string]int{"细分链": 15, "环节": 17, "技术": 28, "阶段": 12, "水平": 12, "目标年": 9, "责任单位": 18}
	case industry.MapApplication:
		return map[string]int{"细分链": 16, "环节": 18, "应用领域": 18, "应用场景": 34, "占比(%)": 12}
	}
	return map[string]int{"区域": 26, "类型": 12, "级别": 10, "企业(户)": 10, "规上(户)": 10, "在推项目(个)": 13, "营业收入(万元)": 17, "占比(%)": 10}
}

// mapChart is the name of the chart that draws a map.
func mapChart(name string) string {
	switch name {
	case industry.MapChain:
		return charts.NameChainMap
	case industry.MapTechnology:
		return charts.NameTechnologyMap
	case industry.MapApplication:
		return charts.NameApplicationMap
	}
	return charts.NameRegionMap
}

// compendiumMaps reads the four maps in words: regions once, the others of each chain.
func (o *Office) compendiumMaps(ctx context.Context, q Query, chains []ChainCard) ([]industry.CompendiumMap, error) {
	var maps []industry.CompendiumMap
	for _, name := range compendiumMapCodes() {
		m := industry.CompendiumMap{Name: industry.MapName(name)}
		of := []string{q.Chain}
		if name != industry.MapRegion {
			of = nil
			for _, c := range chains {
				of = append(of, c.Code)
			}
		}
		for _, chain := range of {
			table, head, err := o.mapTable(ctx, MapRequest{Map: name, Query: Query{Chain: chain, Month: q.Month, AsOf: q.AsOf}}, false)
			if err != nil {
				return nil, err
			}
			if len(table.Rows) > 0 {
				m.Pictures = append(m.Pictures, industry.Picture{Chart: mapChart(name), Chain: chain, Title: head.Chain.Name + m.Name})
				m.Tables = append(m.Tables, paperTable(table, head.Chain.Name+m.Name, mapColumns(name)))
			}
		}
		maps = append(maps, m)
	}
	return maps, nil
}

// paperTable keeps some columns of a table of a workbook, as texts.
func paperTable(t workbook.Table, title string, weights map[string]int) industry.Table {
	paper := industry.Table{Title: title, Notes: t.Notes}
	var kept []int
	for i, c := range t.Columns {
		if w := weights[c.Header]; w > 0 {
			kept = append(kept, i)
			paper.Columns = append(paper.Columns, industry.TableColumn{
				Name: c.Header, Weight: w, Figure: slices.ContainsFunc(t.Rows, func(r []workbook.TableCell) bool { return r[i].Number.Known }),
			})
		}
	}
	for _, row := range t.Rows {
		cells := make([]string, len(kept))
		for k, i := range kept {
			cells[k] = paperCell(row[i], t.Columns[i].Header)
		}
		paper.Rows = append(paper.Rows, cells)
	}
	return paper
}

// paperCell is a cell as a paper prints it: years without groups, nothing as "—".
func paperCell(c workbook.TableCell, header string) string {
	switch {
	case c.Number.Known && strings.HasSuffix(header, "年"):
		return strconv.FormatInt(c.Number.Parts/industry.Scale, 10)
	case c.Number.Known && strings.HasSuffix(header, "(%)"):
		return strings.TrimSuffix(industry.PercentText(industry.RateOf(c.Number)), "%")
	case c.Number.Known:
		return industry.PaperFigure(c.Number)
	case c.Text == "":
		return "—"
	}
	return c.Text
}
