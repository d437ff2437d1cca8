// Package static holds what browsers load beside the pages: style sheets,
// scripts, fonts, pictures and Apache ECharts. Everything is embedded and served
// under names that carry a hash of the content, so that a browser may keep it
// for ever. README.md lists the classes and the data attributes.
package static

import "embed"

//go:embed css/*.css js/*.js img vendor
var files embed.FS

// Source returns an embedded file by its plain name, such as "js/formatters.js": what
// draws charts without a browser runs the scripts of the pages.
func Source(name string) ([]byte, error) { return files.ReadFile(name) }

// bundle is one served file joined from several embedded ones.
type bundle struct {
	name  string
	parts []string
}

// bundles lists the joined files with their parts in order: later style sheets
// override earlier ones, later scripts use what earlier ones define.
func bundles() []bundle {
	return []bundle{
		{name: "css/chainboard.css", parts: []string{
			"css/tokens.css", "css/base.css", "css/frame.css", "css/status.css", "css/figures.css",
			"css/tables.css", "css/forms.css", "css/overlay.css", "css/chainmap.css", "css/desk.css",
			"css/wall.css", "css/pages.css", "css/dispatch.css", "css/lists.css", "css/maps.css", "css/chart_table.css", "css/small.css", "css/scene_overview.css", "css/scene_board.css", "css/scene_maps.css", "css/meeting.css", "css/print.css",
		}},
		{name: "js/chainboard.js", parts: []string{
			"js/base.js", "js/live.js", "js/formatters.js", "js/maps.js", "js/options.js", "js/charts.js", "js/charttable.js", "js/nav.js", "js/notice.js",
			"js/trace.js", "js/list.js", "js/import.js", "js/job.js", "js/screen.js", "js/chainmap.js", "js/mapzoom.js", "js/playlist.js", "js/ticker.js", "js/kiosk.js", "js/share.js", "js/fit.js", "js/print.js", "js/agenda.js", "js/meeting.js",
		}},
	}
}
