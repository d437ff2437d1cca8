package office

import (
	"strings"
	"testing"
	"time"
)

func TestSpelling(t *testing.T) {
	for _, test := range []struct {
		name, letters string
		want          bool
	}{
		{"示例中航锂电有限公司", "zhonghang", true},
		{"示例中航锂电有限公司", "zhld", true},
		{"示例中航锂电有限公司", "zhhld", true}, // zh, h, l, d
		{"示例中航锂电有限公司", "zhonghangl", true},
		{"示例中航锂电有限公司", "zhongh", true},
		{"示例中航锂电有限公司", "hanglidian", true},
		{"示例中航锂电有限公司", "zhongli", false}, // leaves a character out
		{"示例中航锂电有限公司", "zhonghangx", false},
		{"重庆长兴新材料", "chongqing", true},
		{"重庆长兴新材料", "cqcx", true},
		{"重庆长兴新材料", "zhongqing", false},
		{"重庆长兴新材料", "zhangxing", false},
		{"铅山县", "yanshan", true},
		{"铅酸电池", "qiansuan", true},
		{"乐安县园区", "leanx", true},
		{"PACK与储能", "packyuchuneng", true},
		{"锂云母（碳酸锂）", "yunmutan", false}, // the bracket stands between
		{"铝箔", "lvbo", true},
		{"", "ab", false},
	} {
		if got := newSpelling().spells(test.name, test.letters); got != test.want {
			t.Errorf("%s by %s: %v", test.name, test.letters, got)
		}
	}
}

func TestSpellingOfManyLikeLetters(t *testing.T) {
	began := time.Now()
	if newSpelling().spells(strings.Repeat("阿张", 300), strings.Repeat("azh", 66)+"x") {
		t.Error("found what is not there")
	}
	if took := time.Since(began); took > time.Second {
		t.Errorf("took %s", took)
	}
}
