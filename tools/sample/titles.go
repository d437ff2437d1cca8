package main

import "fmt"

// titles lists what a firm holds as 名称:起~止. Some have run out or will soon,
// so that the expiry alert has something to say.
func (f firm) titles() []string {
	if f.building || f.state == "注销" {
		return nil
	}
	var list []string
	if f.hasResearch() && draw(100, "high-tech", f.key) < 62 {
		list = append(list, threeYears("高新技术企业", f.key))
	}
	if f.level < 20000 && draw(100, "sme", f.key) < 55 {
		list = append(list, fmt.Sprintf("科技型中小企业:2026-%02d-%02d~2026-12-31", 3+draw(5, "sme-month", f.key), 5+draw(20, "sme-day", f.key)))
	}
	switch roll := draw(100, "gazelle", f.key); {
	case f.role == "骨干" && roll < 14:
		list = append(list, "瞪羚企业:2025-12-10~2028-12-09")
	case f.above && roll < 12:
		list = append(list, "潜在瞪羚企业:2025-12-10~2028-12-09")
	}
	switch roll := draw(100, "special", f.key); {
	case f.role == "链主" && roll < 60:
		list = append(list, threeYears("专精特新小巨人企业", f.key))
	case f.above && roll < 26:
		list = append(list, threeYears("专精特新中小企业", f.key))
	case !f.above && roll < 20:
		list = append(list, threeYears("创新型中小企业", f.key))
	}
	return list
}

// hasResearch reports whether the firm does research at all.
func (f firm) hasResearch() bool {
	return !f.noResearch && (f.above || draw(100, "research", f.key) < 40)
}

// threeYears writes a title of three years, granted between 2023 and 2025.
func threeYears(title, key string) string {
	year := 2023 + draw(3, "year", title, key)
	month := 9 + draw(4, "month", title, key)
	return fmt.Sprintf("%s:%d-%02d-16~%d-%02d-15", title, year, month, year+3, month)
}
