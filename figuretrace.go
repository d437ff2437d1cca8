package main

import (
	"context"
	"fmt"
	"strings"

	"chainboard/industry"
	"chainboard/office"
)

func (x *traced) indicatorRequest(q office.Query) (office.TraceRequest, error) {
	r := office.TraceRequest{Query: q, Indicator: x.indicator, Group: x.group, Open: true}
	var err error
	if r.Of, err = industry.ParseAspect(x.of); err == nil && x.by != "" {
		r.By, err = industry.ParseGrouping(x.by)
	}
	return r, err
}

func (x *traced) recordsRequest(q office.Query, by office.Reader) office.TallyRequest {
	return office.TallyRequest{Query: q, TallyQuestion: industry.TallyQuestion{Figure: x.figure, By: x.by, Group: x.group}, User: by.User}
}

func (x *traced) indicatorFile(ctx context.Context, o *office.Office, q office.Query, by office.Reader) ([]byte, error) {
	r, err := x.indicatorRequest(q)
	if err != nil {
		return nil, err
	}
	_, file, err := o.TraceFile(ctx, r, by)
	return file, err
}

func (x *traced) recordsFile(ctx context.Context, o *office.Office, q office.Query, by office.Reader) ([]byte, error) {
	_, file, err := o.TallyFile(ctx, x.recordsRequest(q, by), by)
	return file, err
}

// ofIndicator explains a figure of a dispatch line, as a value and for a person.
func (x *traced) ofIndicator(ctx context.Context, o *office.Office, q office.Query, _ office.Reader) (any, []string, error) {
	r, err := x.indicatorRequest(q)
	if err != nil {
		return nil, nil, err
	}
	t, err := o.Trace(ctx, r)
	if err != nil {
		return nil, nil, err
	}
	lines := []string{
		t.ChainName + " " + t.Month.Span() + " " + string(t.Group) + t.Name + t.Of.Label() + " " + t.Text,
		"公式：" + t.Formula, "口径：" + t.Basis, fmt.Sprintf("记录：%d 条", t.Total),
	}
	for _, in := range t.Inputs {
		var cells []string
		for _, c := range in.Cells {
			value := c.Text
			if c.Value.Known {
				value = c.Value.Decimal() + " " + t.Unit
			}
			cells = append(cells, strings.TrimSpace(c.Name+" "+value+" "+placeText(c.Source)))
		}
		lines = append(lines, "  "+named(in.Name, string(in.ID))+"："+strings.Join(cells, "；"))
	}
	return t, lines, nil
}

// ofRecords explains a figure that counts records, likewise.
func (x *traced) ofRecords(ctx context.Context, o *office.Office, q office.Query, by office.Reader) (any, []string, error) {
	t, err := o.Tally(ctx, x.recordsRequest(q, by))
	if err != nil {
		return nil, nil, err
	}
	lines := []string{
		strings.TrimSpace(string(t.Group)+" "+t.Name) + " " + t.Text, "公式：" + t.Formula, "口径：" + t.Basis, "来源：" + t.Sources, fmt.Sprintf("记录：%d 条", t.Total),
	}
	for _, r := range t.Records {
		said := []string{r.Part, named(r.Name, string(r.Key))}
		for _, text := range []string{r.Reason, industry.PlainText(r.Amount), placeText(r.Source)} {
			if text != "" {
				said = append(said, text)
			}
		}
		lines = append(lines, "  "+strings.Join(said, " "))
	}
	return t, lines, nil
}

func named(name, key string) string {
	if key == "" || key == name {
		return name
	}
	return name + "（" + key + "）"
}

// placeText is where a value stood: 月度调度!F17 批次 3.
func placeText(s *industry.Source) string {
	switch {
	case s == nil || s.Batch == 0 && s.Sheet == "":
		return ""
	case s.Batch == 0:
		return "网页填报 " + s.By
	case s.Cell == "":
		return fmt.Sprintf("%s 批次 %d", s.Sheet, s.Batch)
	}
	return fmt.Sprintf("%s!%s 批次 %d", s.Sheet, s.Cell, s.Batch)
}
