package server

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"chainboard/industry"
)

const (
	holidaysPath    = "/admin/holidays"
	holidayFilePath = holidaysPath + "/file"
	holidayBody     = 2 << 20 // a small table and the form around it
)

// holidaysPage is which years' holidays are known, and the form of one year.
type holidaysPage struct {
	Page
	Form    form
	Version string
	Year    string // the form's
	Years   []holidayRow
	Missing []int // this year or the next, not known yet
}

// holidayRow is a year as the page shows it.
type holidayRow struct {
	industry.HolidayYear
	Lines []string
	Href  string
	On    bool
}

func (s *server) holidaysPage(c *request) error {
	year := c.Query("year")
	if year == "" {
		year = strconv.Itoa(s.office.Today().Time().Year() + 1)
	}
	return s.showHolidays(c, year, form{})
}

// showHolidays shows the years; a form without values begins with what is in force.
func (s *server) showHolidays(c *request, year string, f form) error {
	years, err := s.office.Holidays(c.ctx())
	if err != nil {
		return err
	}
	p := &holidaysPage{Page: Page{Title: "节假日"}, Form: f, Year: year, Version: "0"}
	values := map[string]string{"year": year}
	for _, y := range years {
		row := holidayRow{HolidayYear: y, Href: holidaysPath + "?year=" + strconv.Itoa(y.Year), On: strconv.Itoa(y.Year) == year}
		for _, span := range y.Spans() {
			row.Lines = append(row.Lines, span.Text())
		}
		if row.On {
			p.Version = strconv.FormatInt(y.Version, 10)
			values["notice"], values["days"] = y.Notice, strings.Join(row.Lines, "\n")
		}
		p.Years = append(p.Years, row)
	}
	if p.Form.Values == nil {
		p.Form.Values = values
	} else if version := p.Form.Values["version"]; version != "" {
		p.Version = version
	}
	for _, wanted := range []int{s.office.Today().Time().Year(), s.office.Today().Time().Year() + 1} {
		if !slices.ContainsFunc(years, func(y industry.HolidayYear) bool { return y.Year == wanted }) {
			p.Missing = append(p.Missing, wanted)
		}
	}
	return c.html(statusFor(f), "holidays", p)
}

func (s *server) saveHolidays(c *request) error {
	f := c.formOf("year", "notice", "days", "version")
	y := industry.HolidayYear{Notice: f.Values["notice"]}
	var err error
	if y.Version, err = strconv.ParseInt(f.Values["version"], 10, 64); err != nil {
		return industry.Errorf(industry.Invalid, "表单不完整，请重新打开后再保存")
	}
	if y.Year, err = strconv.Atoi(f.Values["year"]); err != nil {
		f.Errors["year"] = "年份写成四位数字，如 2027"
		return s.showHolidays(c, f.Values["year"], f)
	}
	if y.Days, err = industry.ParseHolidays(f.Values["days"]); err == nil {
		err = s.office.SaveHolidays(c.ctx(), y, c.actor())
	}
	if mended := f.blame(err, map[string]string{"year": "year", "notice": "notice", "days": "days"}); mended != nil {
		return mended
	}
	if err != nil {
		return s.showHolidays(c, f.Values["year"], f)
	}
	return c.done(holidaysPath+"?year="+f.Values["year"], f.Values["year"]+"年节假日安排已保存")
}

// readHolidayFile puts the lines of a file into the form, to be looked at before
// they are saved. The year is that of its last day.
func (s *server) readHolidayFile(c *request) error {
	file, err := c.upload()
	if err != nil {
		return err
	}
	lines, days, err := s.office.ReadHolidays(file.Name, file.Data)
	f := form{Values: map[string]string{"days": lines}, Errors: map[string]string{}}
	var told *industry.Error
	switch {
	case errors.As(err, &told) && told.Fields["days"] != "":
		f.Errors["days"] = told.Fields["days"]
	case err != nil:
		return err
	case len(days) == 0:
		return industry.Errorf(industry.Invalid, "文件里没有日期，请按“日期、类型（放假或上班）、名称”填写后再选")
	}
	year := strconv.Itoa(s.office.Today().Time().Year() + 1)
	for _, h := range days {
		year = strconv.Itoa(h.On.Time().Year())
	}
	f.Values["year"] = year
	known, err := s.office.Holidays(c.ctx())
	if err != nil {
		return err
	}
	f.Values["version"] = "0"
	for _, y := range known {
		if strconv.Itoa(y.Year) == year {
			f.Values["version"], f.Values["notice"] = strconv.FormatInt(y.Version, 10), y.Notice
		}
	}
	return s.showHolidays(c, year, f)
}
