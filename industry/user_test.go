package industry

import (
	"errors"
	"strings"
	"testing"
)

func TestUserCanWhatAnyRoleCan(t *testing.T) {
	first := User{Name: "first", Roles: []Role{SystemAdmin, ChainOffice}}
	may := map[Right]bool{
		SeeTotals: true, SeeEnterprises: true, SeeOwnEnterprises: true, Import: true, EditRegisters: true,
		ExportEnterprises: true, Settings: true,
	}
	for _, right := range Rights() {
		if first.Can(right) != may[right] {
			t.Errorf("the first account: Can(%s) = %v, want %v", right, first.Can(right), may[right])
		}
		if (User{}).Can(right) {
			t.Errorf("a user without a role can %s", right)
		}
	}
	first.Disabled = true
	for _, right := range Rights() {
		if first.Can(right) {
			t.Errorf("a disabled user can %s", right)
		}
	}
}

func TestOwnRowsOnly(t *testing.T) {
	cases := []struct {
		roles []Role
		want  bool
	}{
		{[]Role{RoleEnterprise}, true},
		{[]Role{RoleEnterprise, Metrics}, true},
		{[]Role{RoleEnterprise, Viewer}, false},
		{[]Role{Department}, false},
		{nil, false},
	}
	for _, c := range cases {
		if got := (User{Roles: c.roles}).OwnRowsOnly(); got != c.want {
			t.Errorf("%v: OwnRowsOnly() = %v, want %v", c.roles, got, c.want)
		}
	}
}

func TestShown(t *testing.T) {
	if got := (User{Name: "lzb01", DisplayName: "链长办甲"}).Shown(); got != "链长办甲" {
		t.Error(got)
	}
	if got := (User{Name: "lzb01"}).Shown(); got != "lzb01" {
		t.Error(got)
	}
}

func TestValidateUserName(t *testing.T) {
	for _, name := range []string{"ab", "lianzhangban01", "链长办", "zhang.san_01-a", strings.Repeat("长", 32)} {
		if err := ValidateUserName(name); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
	const length = "账号应为2至32个字符，请重新填写"
	const letters = "账号只能用字母、数字、汉字和“.”“_”“-”，请去掉其他字符"
	wrong := map[string]string{
		"": length, "a": length, "长": length, strings.Repeat("a", 33): length,
		"a b": letters, "a,b": letters, "a、b": letters, "a\nb": letters, "a/b": letters, "аdmin": letters, "ab\xff": letters, "１２": letters,
	}
	for name, want := range wrong {
		checkField(t, ValidateUserName(name), "账号", want)
	}
}

func TestValidatePassword(t *testing.T) {
	good := []string{
		"tuopu-2039", "Tuopu203", "tuopu20!", "TUOPU20!", "青山绿水青山绿水花开", "ju3 teng", "kcwmzqhvtb",
		strings.Repeat("ab", 64),
	}
	for _, password := range good {
		if err := ValidatePassword("lzb01", password); err != nil {
			t.Errorf("%q: %v", password, err)
		}
	}
	const weak = "密码至少10个字符；含大写字母、小写字母、数字、符号中任意三类的，至少8个字符"
	const long = "密码不能超过128个字符，请缩短"
	const named = "密码不能包含账号，请换一个"
	const common = "这个密码太常见，容易被猜中，请换一个"
	wrong := []struct{ password, want string }{
		{"", weak},
		{"Tuo20!x", weak},
		{"tuopu2039", weak},
		{"青山绿水青山绿水花", weak},
		{strings.Repeat("ab", 64) + "c", long},
		{"xx-LZB01-xx", named},
		{"lzb01lzb01", named},
		{"1234567890", common},
		{"P@ssw0rd", common},
		{"Admin@123", common},
		{"ADMIN@123", common},
		{"aaaaaaaaaaaa", common},
		{"............", common},
		{"AaAaAaAaAa", common},
		{"abcdefgh\xff1A", "密码中有无法识别的字符，请重新填写"},
	}
	for _, c := range wrong {
		checkField(t, ValidatePassword("lzb01", c.password), "密码", c.want)
	}
}

func checkField(t *testing.T, err error, field, want string) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Kind != Invalid || e.Message != want || e.Fields[field] != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
