package server

import (
	"strconv"
	"strings"
	"time"

	"chainboard/industry"
	"chainboard/office"
)

// query reads the chain (from the path, or from ?chain=), ?month= and ?as_of=.
// What is left out stays empty: the office knows what it then is.
func (c *request) query() (office.Query, error) {
	q := office.Query{Chain: c.chain()}
	var err error
	if q.Month, err = c.month("month"); err != nil {
		return q, err
	}
	q.AsOf, err = c.instant("as_of")
	return q, err
}

// chain returns the chain's code that was asked for; "all" when none was.
func (c *request) chain() string {
	if code := c.Param("chain"); code != "" {
		return code
	}
	if code := c.Query("chain"); code != "" {
		return code
	}
	return industry.AllChains
}

// month reads a month parameter; undefined when it is left out.
func (c *request) month(name string) (industry.Month, error) {
	text := c.Query(name)
	if text == "" {
		return 0, nil
	}
	m, err := industry.ParseMonth(text)
	return m, blamed(name, err)
}

// date reads a day parameter; undefined when it is left out.
func (c *request) date(name string) (industry.Date, error) {
	text := c.Query(name)
	if text == "" {
		return "", nil
	}
	d, err := industry.ParseDate(text)
	return d, blamed(name, err)
}

// instant reads a moment parameter: RFC 3339, or a day, which means its end. The
// zero time when it is left out. A + that was not escaped arrives as a space.
func (c *request) instant(name string) (time.Time, error) {
	text := strings.ReplaceAll(c.Query(name), " ", "+")
	if text == "" {
		return time.Time{}, nil
	}
	if d, err := industry.ParseDate(text); err == nil {
		return d.End(), nil
	}
	t, err := time.Parse(time.RFC3339, text)
	t = t.In(industry.Shanghai)
	if err != nil || t.Year() < 1 || t.Year() > 9999 { // the zone may move a moment out of the years JSON can tell
		return time.Time{}, invalidParameter(name, "时间“"+text+"”不能识别，请写成 2026-11-05 或 2026-11-05T09:00:00+08:00")
	}
	return t, nil
}

// span is what a whole number may be, and is when it is left out.
type span struct{ least, most, usual int }

// number reads a whole number parameter within a span.
func (c *request) number(name string, within span) (int, error) {
	text := c.Query(name)
	if text == "" {
		return within.usual, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < within.least || n > within.most {
		return 0, invalidParameter(name, "应为"+strconv.Itoa(within.least)+"至"+strconv.Itoa(within.most)+"的整数")
	}
	return n, nil
}

// pageOf reads ?page= and ?size= of a list.
func (c *request) pageOf(usual int) (page, size int, err error) {
	if page, err = c.number("page", span{1, 1_000_000, 1}); err != nil {
		return 0, 0, err
	}
	size, err = c.number("size", span{1, mostRows, usual})
	return page, size, err
}

// mostRows is how many rows one page of a list may have.
const mostRows = 500

// flag reads a parameter that is set by 1 or true.
func flag(text string) bool { return text == "1" || text == "true" || text == "on" }

func invalidParameter(name, sentence string) error {
	return &industry.Error{
		Kind: industry.Invalid, Message: "参数 " + name + " 有误：" + sentence, Fields: map[string]string{name: sentence},
	}
}

// blamed puts an error's sentence at the parameter it is about.
func blamed(name string, err error) error {
	if err == nil {
		return nil
	}
	return invalidParameter(name, err.Error())
}
