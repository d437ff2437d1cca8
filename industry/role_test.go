package industry

import (
	"errors"
	"strings"
	"testing"
)

// rightsTable is the table "Roles" of the interface, typed again by hand: one
// line a role, one column a right in the order of Rights().
var rightsTable = map[Role]string{
	//                totals, enterprises, own, import, edit, export, settings, users, audit, metrics
	SystemAdmin:    "y - - - - - y - - -",
	SecurityAdmin:  "y - - - - - - y - -",
	AuditAdmin:     "y - - - - - - - y -",
	ChainLeader:    "y y y - - y - - - -",
	ChainOffice:    "y y y y y y - - - -",
	Department:     "y - y - - - - - - -",
	RoleEnterprise: "y - y - - - - - - -",
	Viewer:         "y - - - - - - - - -",
	Kiosk:          "y - - - - - - - - -",
	Metrics:        "- - - - - - - - - y",
}

func TestEveryRoleHasTheRightsOfTheTable(t *testing.T) {
	if len(Roles()) != 10 || len(rightsTable) != 10 {
		t.Fatalf("%d roles, %d lines in the table, want 10 of both", len(Roles()), len(rightsTable))
	}
	for _, role := range Roles() {
		marks := strings.Fields(rightsTable[role])
		if len(marks) != len(Rights()) {
			t.Fatalf("%s: %d marks for %d rights", role, len(marks), len(Rights()))
		}
		for i, right := range Rights() {
			if got, want := role.Has(right), marks[i] == "y"; got != want {
				t.Errorf("%s.Has(%s) = %v, want %v", role, right, got, want)
			}
		}
	}
}

func TestUnknownRoleOrRightHasNothing(t *testing.T) {
	for _, right := range Rights() {
		if Role("root").Has(right) || Role("").Has(right) {
			t.Errorf("an unknown role has %s", right)
		}
	}
	for _, role := range Roles() {
		if role.Has(Right("everything")) {
			t.Errorf("%s has an unknown right", role)
		}
	}
}

func TestParseRole(t *testing.T) {
	for _, role := range Roles() {
		for _, s := range []string{string(role), " " + string(role) + "\n", role.Label()} {
			if got, err := ParseRole(s); err != nil || got != role {
				t.Errorf("ParseRole(%q) = %q, %v", s, got, err)
			}
		}
	}
	labels := "系统管理员 安全管理员 审计管理员 链长 链长办 部门 企业 访客 大屏 监测"
	var got []string
	for _, role := range Roles() {
		got = append(got, role.Label())
	}
	if s := strings.Join(got, " "); s != labels {
		t.Errorf("labels %s, want %s", s, labels)
	}
}

func TestParseRoleListsTheChoices(t *testing.T) {
	_, err := ParseRole("admin")
	want := "没有“admin”这个角色，请从以下角色中选择：system_admin（系统管理员）、security_admin（安全管理员）、" +
		"audit_admin（审计管理员）、chain_leader（链长）、chain_office（链长办）、department（部门）、" +
		"enterprise（企业）、viewer（访客）、kiosk（大屏）、metrics（监测）"
	var e *Error
	if !errors.As(err, &e) || e.Kind != Invalid || e.Message != want || e.Fields["角色"] != want {
		t.Errorf("ParseRole(admin) = %v, want %s", err, want)
	}
	if _, err := ParseRole(""); err == nil {
		t.Error("an empty role is taken")
	}
}
