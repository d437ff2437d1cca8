package server

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"chainboard/industry"
	"chainboard/office"
	"chainboard/store"
)

// faultsOfMaps names what of a map on a wall lies over something else, is not shown
// whole or is too small to read.
const faultsOfMaps = `(function () {
	var root = parseFloat(getComputedStyle(document.documentElement).fontSize), faults = [];
	function seen(el) { var r = el.getBoundingClientRect(); return r.width > 0 && r.height > 0; }
	function rects(selector) { return Array.prototype.filter.call(document.querySelectorAll(selector), seen).map(function (el) { return [el.textContent.trim(), el.getBoundingClientRect()]; }); }
	function apart(list) {
		list.forEach(function (a, i) { list.slice(i + 1).forEach(function (b) {
			if (a[1].left < b[1].right - 1 && b[1].left < a[1].right - 1 && a[1].top < b[1].bottom - 1.5 && b[1].top < a[1].bottom - 1.5) { faults.push(a[0] + ' lies over ' + b[0]); }
		}); });
	}
	apart(rects('.mp .cg .nd, .mp .cg-b h2 > span')); apart(rects('.mp .tl-t .tb > span, .mp .ms > span')); apart(rects('.fl')); apart(rects('.mp .rg .nm, .mp .rg .fg'));
	document.querySelectorAll('.mp .panel, .mp .tbx, .mp .list, .mp .cg .nd, .mp .mx-c .chips, .mp .title').forEach(function (el) {
		if (!seen(el)) { return; }
		if (el.scrollHeight > el.clientHeight + 2 || el.scrollWidth > el.clientWidth + 6) { faults.push('cut: ' + el.className + ' ' + el.textContent.trim().slice(0, 24) + ' ' + [el.scrollWidth, el.clientWidth, el.scrollHeight, el.clientHeight]); }
	});
	document.querySelectorAll('.mp .nm, .mp .fs, .mp td, .mp .pf, .mp .x, .fl, .mp .tb b, .mp .lv').forEach(function (el) {
		if (seen(el) && !el.closest('svg') && parseFloat(getComputedStyle(el).fontSize) < root - .5) { faults.push('small: ' + el.textContent); }
	});
	var main = document.querySelector('main');
	if (document.documentElement.scrollHeight > innerHeight + 1) { faults.push('the wall scrolls: ' + document.documentElement.scrollHeight); }
	return faults.slice(0, 6).join('; ');
})()`

// TestMapScenesInABrowser looks at the maps of a wall at the sizes of the design.
func TestMapScenesInABrowser(t *testing.T) {
	st := sampleSite(t)
	web := httptest.NewServer(st.handler)
	t.Cleanup(web.Close)
	w := openTab(t, web.URL, nil)
	w.do(t, chromedp.Navigate(web.URL+"/screen?key="+st.screenKey(t, store.Key{Name: "大厅"})))
	for _, name := range mapScenes {
		for _, chain := range []string{"all", "nm"} {
			for _, size := range [][2]int64{{1920, 1080}, {1366, 768}, {3840, 1080}, {5760, 1080}, {1080, 1920}, {390, 844}} {
				if chain != industry.AllChains && size[0] != 1366 && size[0] != 3840 {
					continue
				}
				w.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(web.URL+"/screen?scene="+name+"&chain="+chain))
				w.settled(t)
				expression := faultsOfMaps
				if size[0] <= 700 {
					expression = overflowing
				}
				if fault := w.text(t, expression); fault != "" {
					t.Errorf("%s of %s at %dx%d: %s", name, chain, size[0], size[1], fault)
				}
				w.picture(t, fmt.Sprintf("scene-%s-%s-%dx%d", name, chain, size[0], size[1]))
			}
		}
	}
	for _, problem := range w.take() {
		t.Error(problem)
	}
}

// TestCrowdedChainSceneInABrowser looks at a wall of sixty segments and 150
// enterprises, each by name, and at one of five hundred.
func TestCrowdedChainSceneInABrowser(t *testing.T) {
	for name, st := range map[string]*site{"sixty": sixtySite(t), "five-hundred": crowdedSite(t)} {
		web := httptest.NewServer(st.handler)
		t.Cleanup(web.Close)
		w := openTab(t, web.URL, nil)
		w.do(t, chromedp.Navigate(web.URL+"/screen?key="+st.screenKey(t, store.Key{Name: "大厅"})))
		for _, size := range [][2]int64{{1920, 1080}, {1366, 768}, {3840, 1080}} {
			w.do(t, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(web.URL+"/screen?scene=chain&chain=ne"))
			w.settled(t)
			if fault := w.text(t, faultsOfMaps); fault != "" {
				t.Errorf("%s at %dx%d: %s", name, size[0], size[1], fault)
			}
			w.picture(t, fmt.Sprintf("scene-%s-%dx%d", name, size[0], size[1]))
		}
		if named := w.text(t, `String(document.querySelectorAll('.mp .cg .nd').length)`); name == "sixty" && named != "60" {
			t.Errorf("%s segments of sixty are on the wall", named)
		}
	}
}

// sixtySite is a site with a chain of sixty segments in six branches, eighty links
// and 150 enterprises.
func sixtySite(t *testing.T) *site {
	t.Helper()
	names := []string{"碳酸锂", "磷酸铁锂正极", "锂离子电芯", "隔膜涂覆", "储能系统集成", "电池回收利用"}
	var rows, firms [][]string
	for i := range 60 {
		stage := i / 6 % 3
		var to []string
		for k, j := range []int{i + 6, i + 12} {
			if j < 60 && (k == 0 || i%3 == 0) && j/6%3 == (stage+k+1)%3 && stage+k+1 < 3 {
				to = append(to, fmt.Sprintf("s%02d", j))
			}
		}
		rows = append(rows, []string{
			"ne", fmt.Sprintf("s%02d", i), fmt.Sprint(names[(i+i/6)%6], i/6+1), fmt.Sprint("细分链", i%6+1),
			[]string{"上游", "中游", "下游"}[stage], strings.Join(to, industry.ListSeparator),
		})
	}
	for i := range 150 {
		firms = append(firms, []string{validCode(i), fmt.Sprintf("示例第%d新材料有限公司", i+1), "ne", rows[i*i%60][1], []string{"链主", "骨干", "配套"}[min(i%20, 2)], []string{"是", "否"}[i%2]})
	}
	st := newSite(t)
	for _, u := range []office.Upload{
		{Name: "链.xlsx", Data: sheet(t, "产业链", []string{"编码", "名称"}, []string{"ne", "示例链"})},
		{Name: "环节.xlsx", Data: sheet(t, "环节", []string{"产业链", "编码", "名称", "细分链", "位置", "下游环节"}, rows...)},
		{Name: "企业.xlsx", Data: sheet(t, "企业清单", []string{"统一社会信用代码", "企业名称", "产业链", "环节", "角色", "规上"}, firms...)},
	} {
		u.Actor = office.Actor{Name: "office", Address: "127.0.0.1"}
		if i, err := st.office.ImportFile(t.Context(), u); err != nil {
			t.Fatalf("%s: %v %+v", u.Name, err, i.Problems[:min(len(i.Problems), 3)])
		}
	}
	return st
}

// validCode makes up a credit code whose check digits are right.
func validCode(i int) string {
	for _, digit := range "0123456789X" {
		code := fmt.Sprintf("91369921MA%06d%c", i, digit)
		if code += string(industry.CreditCodeCheckDigit(code)); industry.ValidateCreditCode(code) == nil {
			return code
		}
	}
	return ""
}
