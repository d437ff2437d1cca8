package industry

import "strings"

// Role is what an account or a token is for; what it may do follows from it alone.
type Role string

// The roles. That of an enterprise's own account bears the prefix because
// Enterprise is the firm itself.
const (
	SystemAdmin    Role = "system_admin"
	SecurityAdmin  Role = "security_admin"
	AuditAdmin     Role = "audit_admin"
	ChainLeader    Role = "chain_leader"
	ChainOffice    Role = "chain_office"
	Department     Role = "department"
	RoleEnterprise Role = "enterprise"
	Viewer         Role = "viewer"
	Kiosk          Role = "kiosk"
	Metrics        Role = "metrics"
)

// Right is one thing a role may do.
type Right string

// The rights. SeeEnterprises is over every firm; SeeOwnEnterprises only over
// those the account answers for, so whoever asks for the first never shows a
// department the whole list by mistake.
const (
	SeeTotals         Right = "see_totals"          // totals, maps, lists without contacts
	SeeEnterprises    Right = "see_enterprises"     // any firm's figures, contacts, trace inputs
	SeeOwnEnterprises Right = "see_own_enterprises" // the same of a department's list, of an enterprise itself
	Import            Right = "import"              // import workbooks, undo imports
	EditRegisters     Right = "edit_registers"      // registers, rules, targets
	ExportEnterprises Right = "export_enterprises"  // files with single firms' data, audited
	Settings          Right = "settings"            // settings, backups, kiosks
	ManageUsers       Right = "manage_users"        // users, roles, tokens, unlocking
	ReadAudit         Right = "read_audit"
	ReadMetrics       Right = "read_metrics"
)

// Rights returns every right, in the order of the rights table.
func Rights() []Right {
	return []Right{
		SeeTotals, SeeEnterprises, SeeOwnEnterprises, Import, EditRegisters,
		ExportEnterprises, Settings, ManageUsers, ReadAudit, ReadMetrics,
	}
}

// holders is the rights table: nothing else decides what a role may do.
func holders(right Right) []Role {
	switch right {
	case SeeTotals:
		return []Role{
			SystemAdmin, SecurityAdmin, AuditAdmin, ChainLeader, ChainOffice,
			Department, RoleEnterprise, Viewer, Kiosk,
		}
	case SeeEnterprises, ExportEnterprises:
		return []Role{ChainLeader, ChainOffice}
	case SeeOwnEnterprises:
		return []Role{ChainLeader, ChainOffice, Department, RoleEnterprise}
	case Import, EditRegisters:
		return []Role{ChainOffice}
	case Settings:
		return []Role{SystemAdmin}
	case ManageUsers:
		return []Role{SecurityAdmin}
	case ReadAudit:
		return []Role{AuditAdmin}
	case ReadMetrics:
		return []Role{Metrics}
	}
	return nil
}

// Has reports whether the role holds a right; an unknown role holds none.
func (r Role) Has(right Right) bool {
	for _, holder := range holders(right) {
		if holder == r {
			return true
		}
	}
	return false
}

// Roles returns every role, administrators first.
func Roles() []Role {
	return []Role{
		SystemAdmin, SecurityAdmin, AuditAdmin, ChainLeader, ChainOffice,
		Department, RoleEnterprise, Viewer, Kiosk, Metrics,
	}
}

// Label returns the role's Chinese name; an unknown role is its own.
func (r Role) Label() string {
	switch r {
	case SystemAdmin:
		return "系统管理员"
	case SecurityAdmin:
		return "安全管理员"
	case AuditAdmin:
		return "审计管理员"
	case ChainLeader:
		return "链长"
	case ChainOffice:
		return "链长办"
	case Department:
		return "部门"
	case RoleEnterprise:
		return "企业"
	case Viewer:
		return "访客"
	case Kiosk:
		return "大屏"
	case Metrics:
		return "监测"
	}
	return string(r)
}

// ParseRole reads a role by its code or its Chinese name, spaces around it
// ignored; anything else is Invalid and the message lists the choices.
func ParseRole(s string) (Role, error) {
	s = strings.TrimSpace(s)
	choices := make([]string, 0, len(Roles()))
	for _, r := range Roles() {
		if s == string(r) || s == r.Label() {
			return r, nil
		}
		choices = append(choices, string(r)+"（"+r.Label()+"）")
	}
	return "", fieldError("角色", "没有“"+s+"”这个角色，请从以下角色中选择："+strings.Join(choices, ListSeparator))
}
