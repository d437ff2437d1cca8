package industry

import "time"

// Action is what an audit entry tells of.
type Action string

// The actions of the audit log.
const (
	ActStart        Action = "start"
	ActLogin        Action = "login"
	ActLoginFailed  Action = "login_failed"
	ActLogout       Action = "logout"
	ActLockout      Action = "lockout"
	ActUnlock       Action = "unlock"
	ActPassword     Action = "password"
	ActUserAdd      Action = "user_add"
	ActUserDisable  Action = "user_disable"
	ActUserEnable   Action = "user_enable"
	ActUserReset    Action = "user_reset"
	ActUserRoles    Action = "user_roles"
	ActTokenAdd     Action = "token_add"
	ActTokenRevoke  Action = "token_revoke"
	ActScreenAdd    Action = "screen_add"
	ActScreenChange Action = "screen_change"
	ActScreenRevoke Action = "screen_revoke"
	ActPreview      Action = "preview"
	ActImport       Action = "import"
	ActUndo         Action = "undo"
	ActExport       Action = "export"
	ActSave         Action = "save"
	ActWithdraw     Action = "withdraw"
)

// AuditEntry is one line of the audit log: who did what to what, when, from where.
type AuditEntry struct {
	ID      int64
	At      time.Time
	Actor   string // account, token or screen; empty: nobody known
	Action  Action
	Object  string // key of what was touched
	Detail  string // a Chinese phrase for whoever reads the log
	Address string // the peer's IP address; empty on the command line
}

// Actions returns every action, in the order of the filter above the log.
func Actions() []Action {
	var actions []Action
	for _, line := range actionLabels() {
		actions = append(actions, line.action)
	}
	return actions
}

// Label returns the action's Chinese name; an unknown action is its own.
func (a Action) Label() string {
	for _, line := range actionLabels() {
		if line.action == a {
			return line.label
		}
	}
	return string(a)
}

type actionLabel struct {
	action Action
	label  string
}

func actionLabels() []actionLabel {
	return []actionLabel{
		{ActStart, "启动服务"},
		{ActLogin, "登录"},
		{ActLoginFailed, "登录失败"},
		{ActLogout, "退出登录"},
		{ActLockout, "锁定账号"},
		{ActUnlock, "解锁账号"},
		{ActPassword, "修改密码"},
		{ActUserAdd, "新增账号"},
		{ActUserDisable, "停用账号"},
		{ActUserEnable, "启用账号"},
		{ActUserReset, "重置密码"},
		{ActUserRoles, "调整角色"},
		{ActTokenAdd, "新增接口令牌"},
		{ActTokenRevoke, "撤销接口令牌"},
		{ActScreenAdd, "新增大屏链接"},
		{ActScreenChange, "修改大屏播放"},
		{ActScreenRevoke, "撤销大屏链接"},
		{ActPreview, "预览导入"},
		{ActImport, "导入"},
		{ActUndo, "撤销导入"},
		{ActExport, "导出"},
		{ActSave, "保存记录"},
		{ActWithdraw, "作废记录"},
	}
}
