package workbook

import "chainboard/industry"

// contextOf finds what the figures of a row are measured in. An unknown
// indicator and a year in place of a month are refused here.
func (r *rowReader) contextOf(c *Candidate) context {
	switch r.sheet.Register {
	case industry.ProjectRegister:
		currency := c.Record.Get("currency")
		return context{usd: currency == "美元", group: currency}
	case industry.ReportRegister, industry.TargetRegister:
		return r.measured(c)
	}
	return context{}
}

func (r *rowReader) measured(c *Candidate) context {
	register := r.sheet.Register
	field := register.Index("indicator")
	name := c.Record.Values[field]
	if name == "" {
		return context{}
	}
	indicator, ok := r.lookup(name)
	if !ok {
		r.refuse(c, field, r.sheet.positions[field][0], &cell{text: name}, fault{
			"没有名为“" + shown(name) + "”的指标", "写指标的名称或编码；新指标先在“指标”表里登记",
		})
		return context{}
	}
	found := context{unit: indicator.Unit, known: true, group: indicator.Code}
	if indicator.Money() {
		found.unit = tenThousandYuan
	}
	if register == industry.TargetRegister {
		kind := c.Record.Get("kind")
		found.group += industry.KeySeparator + kind
		if kind == "增速" || kind == "比率" {
			found.unit, found.rate = "%", true
		}
		return found
	}
	r.refuseYear(c, indicator)
	return found
}

// refuseYear refuses 2026 as the month of an indicator that is not annual.
func (r *rowReader) refuseYear(c *Candidate, indicator industry.Indicator) {
	if !r.annual || indicator.Frequency == "年" {
		return
	}
	field := r.sheet.Register.Index("month")
	c.Record.Values[field] = ""
	position := r.sheet.positions[field][0]
	cell := r.line.at(position)
	r.refuse(c, field, position, cell, fault{
		"“" + shown(cell.text) + "”只有年份，而“" + indicator.Name + "”不是年度指标", "月份写成 2026-03 或 2026年3月",
	})
}
