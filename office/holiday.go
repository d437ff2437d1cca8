package office

import (
	"context"
	"fmt"
	"slices"

	"chainboard/industry"
	"chainboard/store"
	"chainboard/workbook"
)

// Calendar returns the working days as the county counts them: by the shipped
// arrangements of holidays, and its own in their place.
func (o *Office) Calendar(ctx context.Context) (industry.Calendar, error) {
	own, err := o.store.HolidayYears(ctx)
	return industry.NewCalendar(append(industry.ShippedHolidays(), own...)...), err
}

// Holidays returns the arrangement in force for each year known, the newest year first.
func (o *Office) Holidays(ctx context.Context) ([]industry.HolidayYear, error) {
	own, err := o.store.HolidayYears(ctx)
	if err != nil {
		return nil, err
	}
	var years []industry.HolidayYear
	for _, y := range append(industry.ShippedHolidays(), own...) {
		i := slices.IndexFunc(years, func(known industry.HolidayYear) bool { return known.Year == y.Year })
		if i < 0 {
			years = append(years, y)
		} else {
			years[i] = y
		}
	}
	slices.SortFunc(years, func(a, b industry.HolidayYear) int { return b.Year - a.Year })
	return years, nil
}

// SaveHolidays keeps the county's arrangement of a year in place of the one in
// force. y.Version is the number the office has seen last (0: none or the shipped
// one): a version kept since is a Conflict. What is wrong is Invalid, by field.
func (o *Office) SaveHolidays(ctx context.Context, y industry.HolidayYear, actor Actor) error {
	y.Version, y.Actor = y.Version+1, actor.Name
	if err := y.Check(); err != nil {
		return err
	}
	entry := actor.Entry(industry.ActSave, fmt.Sprintf("%d年节假日安排", y.Year))
	entry.Detail = fmt.Sprintf("放假%d天，调休上班%d天；依据 %s", y.Off(), y.Worked(), orDash(y.Notice))
	return o.store.Write(ctx, entry, func(tx *store.Tx) error { return tx.AddHolidayYear(ctx, y) })
}

// ReadHolidays reads an arrangement from a file (.xlsx, .xls or .csv: 日期, 类型, 名称)
// and saves nothing. What is wrong with a line is Invalid at "days", beside the lines.
func (o *Office) ReadHolidays(name string, data []byte) (lines string, days []industry.Holiday, err error) {
	if lines, err = workbook.HolidayLines(name, data); err == nil {
		days, err = industry.ParseHolidays(lines)
	}
	return lines, days, err
}
