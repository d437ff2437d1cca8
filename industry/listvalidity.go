package industry

import "strconv"

// What the last day of a policy or a platform's recognition says of it.
const (
	validityExpired  = "expired"
	validityExpiring = "expiring"
	validityValid    = "valid"
	validityOpen     = "open" // no last day is known
)

// validities are these, the most urgent first.
var validities = []string{validityExpired, validityExpiring, validityValid, validityOpen}

// expiryNotice is how many days before its end a policy or platform is called
// expiring: two months, in which a new one can be drafted and reviewed.
const expiryNotice = 60

// validityOf says whether what has a last day still holds.
func validityOf(until, today Date) string {
	switch {
	case !until.Defined():
		return validityOpen
	case until < today:
		return validityExpired
	case until.DaysSince(today) <= expiryNotice:
		return validityExpiring
	}
	return validityValid
}

func validityLabel(value string) string {
	switch value {
	case validityOpen:
		return "未注明期限"
	case validityExpired:
		return "已到期"
	case validityExpiring:
		return "即将到期"
	}
	return "有效"
}

// validityCell says whether what has a 有效期至 still holds.
func validityCell(it *listItem) ListCell {
	until, today := it.record.Date("valid_until"), it.facts.Today
	value := validityOf(until, today)
	label := validityLabel(value)
	c := namedCell([]string{value}, []string{label})
	if value == validityExpiring {
		c.Shown = strconv.Itoa(until.DaysSince(today)) + "天后到期"
		if until == today {
			c.Shown = "今日到期"
		}
	}
	if until.Defined() {
		c.Note = "有效期至" + string(until) + "，到期前" + strconv.Itoa(expiryNotice) + "天内为即将到期"
	}
	return c
}

// everyChainCell names the chains a policy is for; one that names none is for all.
func everyChainCell(it *listItem) ListCell {
	if it.record.Get("chains") == "" {
		return namedCell([]string{AllChains}, []string{"全部产业链"})
	}
	return it.facts.Directory.FieldCell(it.record, "chains")
}
