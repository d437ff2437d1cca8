package office

import (
	"context"
	"encoding/json"
	"strings"

	"chainboard/charts"
	"chainboard/industry"
	"chainboard/picture"
)

// ChartName is a chart by the name it has in addresses, with what it shows.
type ChartName struct{ Name, Title string }

// ChartNames returns every chart in their order.
func ChartNames() []ChartName {
	var list []ChartName
	said := strings.NewReplacer("{指标}", "指标", "{年}", "本")
	for _, name := range charts.Names() {
		list = append(list, ChartName{name, said.Replace(captions()[name].title)})
	}
	return list
}

// ChartEndings are the endings of the files a chart is given as: its table, its
// option, its picture.
func ChartEndings() []string { return []string{".csv", ".json", ".svg", ".png"} }

// ChartFile returns a chart in the form of a file's ending, as everybody may see
// it; where there is nothing to draw it is NotFound.
func (o *Office) ChartFile(ctx context.Context, q ChartQuery, ending string) (file []byte, err error) {
	q.Open = false
	switch ending {
	case ".csv":
		file, err = o.ChartCSV(ctx, q)
	case ".json":
		var option charts.Option
		if option, err = o.Chart(ctx, q); err == nil && option != nil {
			file, err = json.Marshal(option)
		}
	case ".svg", ".png":
		file, err = o.Picture(ctx, PictureQuery{ChartQuery: q, Format: picture.Format(ending[1:])})
	default:
		err = industry.Errorf(industry.Unsupported, "图没有“%s”格式，可用 %s", ending, strings.Join(ChartEndings(), "、"))
	}
	if err == nil && file == nil {
		err = industry.Errorf(industry.NotFound, "没有可画的数据，请核对产业链、月份和指标")
	}
	return file, err
}
