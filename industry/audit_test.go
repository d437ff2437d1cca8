package industry

import "testing"

func TestActionsHaveLabelsOfTheirOwn(t *testing.T) {
	seen := map[string]Action{}
	for _, a := range Actions() {
		label := a.Label()
		if label == string(a) {
			t.Errorf("%s has no label", a)
		}
		if other, ok := seen[label]; ok {
			t.Errorf("%s and %s are both %s", a, other, label)
		}
		seen[label] = a
	}
	if len(Actions()) != 23 {
		t.Errorf("%d actions, want 23", len(Actions()))
	}
	if got := ActLoginFailed.Label(); got != "登录失败" {
		t.Errorf("login_failed is %s", got)
	}
	if got := Action("gone").Label(); got != "gone" {
		t.Errorf("an unknown action is %s", got)
	}
}
