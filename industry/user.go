package industry

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// User is a person with an account, or what acts in one's place (a token, a
// screen), without what proves who it is.
type User struct {
	Name               string
	DisplayName        string
	Roles              []Role
	Department         string   // of a department's account: whose list is its own
	Enterprise         string   // of an enterprise's account: its credit code
	Chains             []string // codes of the chains the account opens on
	Disabled           bool
	MustChangePassword bool // the password was given, not chosen
}

// Can reports whether any of the user's roles holds a right; a disabled user can do nothing.
func (u User) Can(right Right) bool {
	if u.Disabled {
		return false
	}
	for _, r := range u.Roles {
		if r.Has(right) {
			return true
		}
	}
	return false
}

// Is reports whether the user holds a role.
func (u User) Is(role Role) bool {
	for _, r := range u.Roles {
		if r == role {
			return true
		}
	}
	return false
}

// OwnRowsOnly reports whether the user sees totals and lists of its own firm
// only: an enterprise's account that holds no wider role.
func (u User) OwnRowsOnly() bool {
	for _, r := range u.Roles {
		if r != RoleEnterprise && r.Has(SeeTotals) {
			return false
		}
	}
	return u.Is(RoleEnterprise)
}

// Shown returns the name to show for the user: the display name, or else the account's.
func (u User) Shown() string { return orElse(u.DisplayName, u.Name) }

// Limits of account names and passwords, in characters.
const (
	minUserName      = 2
	maxUserName      = 32
	minPassword      = 10 // of any characters
	minMixedPassword = 8  // of three classes (GB/T 22239-2019 asks for complexity; 8 and 3 are the usual numbers)
	maxPassword      = 128
	mixedClasses     = 3
)

// ValidateUserName checks a new account's name: 2 to 32 ASCII letters, digits,
// Chinese characters, dots, underscores and hyphens. A wrong one is Invalid.
func ValidateUserName(name string) error {
	n := utf8.RuneCountInString(name)
	if n < minUserName || n > maxUserName {
		return fieldError("账号", "账号应为2至32个字符，请重新填写")
	}
	for _, c := range name {
		if !userNameRune(c) {
			return fieldError("账号", "账号只能用字母、数字、汉字和“.”“_”“-”，请去掉其他字符")
		}
	}
	return nil
}

func userNameRune(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
		c == '.' || c == '_' || c == '-' || unicode.Is(unicode.Han, c)
}

// ValidatePassword checks a password that the account of this name would take:
// at least 10 characters, or 8 of three classes, at most 128, without the
// account's name and not a common one. A wrong one is Invalid.
func ValidatePassword(name, password string) error {
	n := utf8.RuneCountInString(password)
	lower := strings.ToLower(password)
	switch {
	case !utf8.ValidString(password):
		return fieldError("密码", "密码中有无法识别的字符，请重新填写")
	case n > maxPassword:
		return fieldError("密码", "密码不能超过128个字符，请缩短")
	case n < minMixedPassword || n < minPassword && characterClasses(password) < mixedClasses:
		return fieldError("密码", "密码至少10个字符；含大写字母、小写字母、数字、符号中任意三类的，至少8个字符")
	case name != "" && strings.Contains(lower, strings.ToLower(name)):
		return fieldError("密码", "密码不能包含账号，请换一个")
	case commonPassword(lower):
		return fieldError("密码", "这个密码太常见，容易被猜中，请换一个")
	}
	return nil
}

// characterClasses counts the kinds of character: capitals, small letters,
// digits, and all others (signs, Chinese).
func characterClasses(s string) int {
	var upper, lower, digit, other int
	for _, c := range s {
		switch {
		case c >= 'A' && c <= 'Z':
			upper = 1
		case c >= 'a' && c <= 'z':
			lower = 1
		case c >= '0' && c <= '9':
			digit = 1
		default:
			other = 1
		}
	}
	return upper + lower + digit + other
}

// commonPassword reports whether a password in small letters is one character
// repeated or among those that guessers try first and the length rule lets through.
func commonPassword(lower string) bool {
	first, _ := utf8.DecodeRuneInString(lower)
	if strings.Trim(lower, string(first)) == "" {
		return true
	}
	switch lower {
	case "1234567890", "0123456789", "0987654321", "9876543210", "12345678910", "123456789a", "a123456789",
		"1234567890a", "123123123123", "1122334455", "1231231231", "5201314520", "woaini1314", "woaini520",
		"woaini5201314", "qwertyuiop", "qwerty123456", "asdfghjkl;", "1q2w3e4r5t", "1q2w3e4r5t6y", "1qaz@wsx", "1qaz2wsx3edc",
		"!qaz2wsx", "1qaz2wsx!", "abc123456789", "abcd123456", "abcdefghij", "abcd@1234", "abc@1234", "aa123456!", "aa123456.",
		"aa123456", "aa@123456", "abc123456", "abcd1234", "admin@123", "admin@1234", "admin123", "admin12345",
		"admin123456", "administrator", "root@123", "root123456", "test@123", "test@1234", "test123456",
		"passw0rd", "p@ssw0rd", "p@ssword1", "p@ssw0rd1", "password1", "password12", "password123", "password1234",
		"password1!", "welcome1", "welcome@123", "huawei@123", "changeme123", "iloveyou123", "chainboard", "chainboard1",
		"chainboard123", "chainboard@123", "qwer1234", "qwer@1234", "qwe123456", "qwe!@#123", "zxcvbnm123", "letmein123":
		return true
	}
	return false
}

// fieldError is an Invalid error about one field: the sentence is its message too.
func fieldError(field, sentence string) *Error {
	return &Error{Kind: Invalid, Message: sentence, Fields: map[string]string{field: sentence}}
}
