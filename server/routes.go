package server

import (
	"fmt"
	"net/http"
	"slices"

	"chainboard/industry"
)

// Needs beside the rights of a role. No role holds them as a right, so they open
// nothing by accident.
const (
	anyone   industry.Right = "anyone"    // no identity is asked for
	signedIn industry.Right = "signed_in" // a person's session, whatever its roles
)

// Sizes of what a request may carry, in bytes.
const (
	smallBody  = 1 << 20
	uploadBody = 65 << 20 // a workbook of 64 MB and the form around it
)

type handler func(*request) error

// route is one line of the table. A line without need is refused by New.
type route struct {
	method string
	path   string
	need   industry.Right
	handle handler
	screen bool  // a wall's key may ask for it too
	own    bool  // an enterprise's account may ask too: the handler shows it its own rows only
	body   int64 // 0: smallBody
}

// opensTo reports whether a user holds what the route asks for. Totals are not
// an enterprise's own rows.
func (rt route) opensTo(u industry.User) bool {
	return u.Can(rt.need) && (rt.need != industry.SeeTotals || rt.own || !u.OwnRowsOnly())
}

func (rt route) check() error {
	known := rt.need == anyone || rt.need == signedIn || slices.Contains(industry.Rights(), rt.need)
	if !known {
		return fmt.Errorf("server: route %s %s has no right (%q)", rt.method, rt.path, rt.need)
	}
	if rt.method == "" || rt.path == "" || rt.handle == nil {
		return fmt.Errorf("server: route %s %s is not complete", rt.method, rt.path)
	}
	return nil
}

// routes is the one table of everything the server answers.
func (s *server) routes() []route {
	const (
		get  = http.MethodGet
		post = http.MethodPost
		put  = http.MethodPut
		del  = http.MethodDelete
	)
	return []route{
		{method: get, path: "/healthz", need: anyone, handle: s.health},
		{method: get, path: "/readyz", need: anyone, handle: s.ready},
		{method: get, path: "/static/*file", need: anyone, handle: s.asset},

		{method: get, path: "/login", need: anyone, handle: s.signInPage},
		{method: post, path: "/login", need: anyone, handle: s.signIn},
		{method: post, path: "/logout", need: signedIn, handle: s.signOut},
		{method: get, path: "/account/password", need: signedIn, handle: s.passwordPage},
		{method: post, path: "/account/password", need: signedIn, handle: s.changePassword},

		{method: get, path: usersPath, need: industry.ManageUsers, handle: s.usersPage},
		{method: post, path: usersPath, need: industry.ManageUsers, handle: s.addUser},
		{method: post, path: usersPath + "/reset", need: industry.ManageUsers, handle: s.resetUser},
		{method: post, path: usersPath + "/unlock", need: industry.ManageUsers, handle: s.unlockUser},
		{method: post, path: usersPath + "/disable", need: industry.ManageUsers, handle: s.disableUser},
		{method: post, path: usersPath + "/enable", need: industry.ManageUsers, handle: s.enableUser},
		// A token carries a role: whoever makes one gives rights away.
		{method: get, path: tokensPath, need: industry.ManageUsers, handle: s.tokensPage},
		{method: post, path: tokensPath, need: industry.ManageUsers, handle: s.addToken},
		{method: post, path: tokensPath + "/revoke", need: industry.ManageUsers, handle: s.revokeToken},
		{method: get, path: screensPath, need: industry.Settings, handle: s.screensPage},
		{method: post, path: screensPath, need: industry.Settings, handle: s.addScreen},
		{method: get, path: screensPath + "/edit", need: industry.Settings, handle: s.screenEdit},
		{method: post, path: screensPath + "/edit", need: industry.Settings, handle: s.changeScreen},
		{method: post, path: screensPath + "/revoke", need: industry.Settings, handle: s.revokeScreen},
		{method: get, path: "/admin/audit", need: industry.ReadAudit, handle: s.auditPage},
		{method: get, path: listsPath, need: industry.EditRegisters, handle: s.listSetPage},
		{method: post, path: listsPath, need: industry.EditRegisters, handle: s.saveListSet},
		{method: get, path: holidaysPath, need: industry.EditRegisters, handle: s.holidaysPage},
		{method: post, path: holidaysPath, need: industry.EditRegisters, handle: s.saveHolidays},
		{method: post, path: holidayFilePath, need: industry.EditRegisters, handle: s.readHolidayFile, body: holidayBody},
		{method: get, path: lightRulesPath, need: industry.EditRegisters, handle: s.lightRulesPage},
		{method: get, path: lightRulePath, need: industry.EditRegisters, handle: s.lightRulePage},
		{method: get, path: investmentRulesPath, need: industry.EditRegisters, handle: s.investmentRulesPage},
		{method: get, path: scoreRulesPath, need: industry.EditRegisters, handle: s.scoreRulesPage},
		{method: post, path: scoreRulesPath, need: industry.EditRegisters, handle: s.saveScoreRule},
		{method: post, path: investmentRulesPath, need: industry.EditRegisters, handle: s.saveInvestmentRule},
		{method: post, path: lightRulePath, need: industry.EditRegisters, handle: s.saveLightRule},

		// Pages. A page opens to a screen's key only with screen: true.
		{method: get, path: "/", need: industry.SeeTotals, handle: s.overviewPage, own: true},
		{method: get, path: "/chains/:chain", need: industry.SeeTotals, handle: s.chainPage},
		{method: get, path: "/chains/:chain/maps/:map", need: industry.SeeTotals, handle: s.mapPage},
		{method: get, path: "/chains/:chain/maps/:map/:name", need: industry.SeeTotals, handle: s.mapSegment, screen: true},
		{method: post, path: outlinePath, need: industry.EditRegisters, handle: s.takeOutline, body: outlineBody},
		{method: post, path: outlinePath + "/remove", need: industry.EditRegisters, handle: s.dropOutline},
		{method: get, path: "/dispatch", need: industry.SeeTotals, handle: s.dispatchPage},
		{method: get, path: investmentPath, need: industry.SeeTotals, handle: s.investmentPage},
		{method: get, path: investmentPath + ".xlsx", need: industry.ExportEnterprises, handle: s.investmentFile},
		{method: get, path: "/dispatch.xlsx", need: industry.SeeTotals, handle: s.dispatchFile},
		{method: get, path: visitsPath, need: industry.SeeTotals, handle: s.visitsPage},
		{method: get, path: visitsPath + ".xlsx", need: industry.SeeTotals, handle: s.visitFile},
		{method: get, path: scorePath, need: industry.SeeTotals, handle: s.scorePage},
		{method: get, path: scorePath + ".xlsx", need: industry.ExportEnterprises, handle: s.scoreFile},
		{method: get, path: gapsPath, need: industry.SeeTotals, handle: s.gapsPage},
		{method: get, path: gapsPath + ".xlsx", need: industry.SeeTotals, handle: s.gapsFile},
		{method: get, path: duePath, need: industry.SeeTotals, handle: s.duePage},
		{method: get, path: duePath + ".xlsx", need: industry.SeeTotals, handle: s.dueFile},
		{method: get, path: "/rnd", need: industry.SeeTotals, handle: s.rndPage},
		{method: get, path: "/rnd.xlsx", need: industry.SeeTotals, handle: s.rndFile},
		{method: get, path: "/trace", need: industry.SeeTotals, handle: s.trace, screen: true},
		{method: get, path: meetingsPath, need: industry.SeeTotals, handle: s.meetingsPage},
		{method: post, path: meetingsPath, need: industry.EditRegisters, handle: s.saveMeeting},
		{method: get, path: meetingsPath + "/:month", need: industry.SeeTotals, handle: s.meetingPage},
		{method: post, path: meetingsPath + "/:month/open", need: industry.EditRegisters, handle: s.openMeeting},
		{method: post, path: meetingsPath + "/:month/close", need: industry.EditRegisters, handle: s.closeMeeting},
		{method: post, path: meetingsPath + "/:month/decisions", need: industry.EditRegisters, handle: s.addDecision},
		{method: get, path: documentsPath, need: industry.SeeTotals, handle: s.documentsPage},
		{method: post, path: documentsPath, need: industry.EditRegisters, handle: s.keepDocuments},
		{method: post, path: documentSchedulePath, need: industry.EditRegisters, handle: s.saveDocumentSchedule},
		{method: get, path: draftPath, need: industry.EditRegisters, handle: s.draftPage},
		{method: post, path: draftPath, need: industry.EditRegisters, handle: s.saveDraft},
		{method: get, path: documentTemplatePath, need: industry.EditRegisters, handle: s.documentTemplatePage},
		{method: post, path: documentTemplatePath, need: industry.EditRegisters, handle: s.saveDocumentTemplate},
		{method: get, path: documentsPath + "/:id/file", need: industry.SeeTotals, handle: s.documentFile},
		// Long work is seen and cancelled by whoever began it.
		{method: get, path: jobsPath + "/:id", need: industry.SeeTotals, handle: s.jobPage},
		{method: post, path: jobsPath + "/:id/cancel", need: industry.SeeTotals, handle: s.cancelJob},
		{method: get, path: "/changes", need: industry.SeeTotals, handle: s.changesPage},
		{method: get, path: "/changes.xlsx", need: industry.ExportEnterprises, handle: s.changesFile},
		{method: get, path: "/trace.xlsx", need: industry.ExportEnterprises, handle: s.traceFile},
		{method: get, path: "/chains/:chain/lists/:list", need: industry.SeeTotals, handle: s.listPage, own: true},
		{method: get, path: "/chains/:chain/lists/:list/new", need: industry.EditRegisters, handle: s.editPage},
		{method: post, path: "/chains/:chain/lists/:list/new", need: industry.EditRegisters, handle: s.saveEdit},
		{method: get, path: "/chains/:chain/lists/:list/:id", need: industry.SeeTotals, handle: s.detailPage, own: true},
		{method: get, path: "/chains/:chain/lists/:list/:id/edit", need: industry.EditRegisters, handle: s.editPage},
		{method: post, path: "/chains/:chain/lists/:list/:id/edit", need: industry.EditRegisters, handle: s.saveEdit},
		{method: post, path: "/chains/:chain/lists/:list/:id/withdraw", need: industry.EditRegisters, handle: s.withdraw},
		{method: post, path: supervisePath, need: industry.EditRegisters, handle: s.supervise},
		{method: get, path: stepsPath, need: industry.EditRegisters, handle: s.stepPage},
		{method: post, path: stepsPath, need: industry.EditRegisters, handle: s.takeStep},
		{method: get, path: raisePath, need: industry.EditRegisters, handle: s.raisePage},
		{method: post, path: raisePath, need: industry.EditRegisters, handle: s.raiseIssue},
		{method: get, path: stagesPath, need: industry.EditRegisters, handle: s.stagePage},
		{method: post, path: stagesPath, need: industry.EditRegisters, handle: s.takeStage, body: attachmentBody},
		{method: post, path: attachmentsPath, need: industry.EditRegisters, handle: s.addAttachment, body: attachmentBody},
		{method: get, path: attachmentsPath + "/:file", need: industry.SeeOwnEnterprises, handle: s.attachment},
		{method: post, path: attachmentsPath + "/:file/withdraw", need: industry.EditRegisters, handle: s.withdrawAttachment},
		{method: get, path: "/chains/:chain/editions/:kind/:code", need: industry.SeeTotals, handle: s.editionsPage, own: true},
		{method: post, path: "/chains/:chain/editions/:kind/:code", need: industry.EditRegisters, handle: s.keepEdition},
		{method: post, path: "/chains/:chain/editions/:kind/:code/withdraw", need: industry.EditRegisters, handle: s.withdrawEdition},
		{method: get, path: "/chains/:chain/editions/:kind/:code/compare", need: industry.SeeTotals, handle: s.differencesPage, own: true},
		{method: get, path: "/chains/:chain/editions/:kind/:code/compare.xlsx", need: industry.SeeTotals, handle: s.differencesFile, own: true},
		{method: get, path: "/projects", need: industry.SeeTotals, handle: shortcut("projects"), own: true},
		{method: get, path: "/issues", need: industry.SeeTotals, handle: shortcut("issues"), own: true},
		{method: get, path: "/policies", need: industry.SeeTotals, handle: shortcut("policies"), own: true},
		{method: get, path: "/imports", need: industry.Import, handle: s.importsPage},
		{method: post, path: "/imports", need: industry.Import, handle: s.postImport, body: uploadBody},
		{method: get, path: "/imports/:id", need: industry.Import, handle: s.importPage},
		{method: get, path: "/imports/:id/original", need: industry.Import, handle: s.original},
		{method: get, path: "/imports/:id/annotated.xlsx", need: industry.Import, handle: s.annotated},
		{method: post, path: "/imports/:id/apply", need: industry.Import, handle: s.applyImport},
		{method: post, path: "/imports/:id/undo", need: industry.Import, handle: s.undoImport},
		{method: get, path: "/template.xlsx", need: industry.Import, handle: s.template},
		{method: get, path: "/screen", need: industry.SeeTotals, handle: s.screenPage, screen: true},
		{method: get, path: screenPath + "/scenes/:scene", need: industry.SeeTotals, handle: s.sceneMain, screen: true},
		{method: get, path: "/charts", need: industry.SeeTotals, handle: s.chartNames, screen: true},
		{method: get, path: "/charts/:name", need: industry.SeeTotals, handle: s.chart, screen: true},

		// The JSON API.
		{method: get, path: eventsPath, need: industry.SeeTotals, handle: s.events, screen: true},
		{method: get, path: "/api/v1/chains", need: industry.SeeTotals, handle: s.apiChains},
		{method: get, path: "/api/v1/chains/:chain/dispatch", need: industry.SeeTotals, handle: s.apiDispatch},
		{method: get, path: "/api/v1/chains/:chain/trend", need: industry.SeeTotals, handle: s.apiTrend},
		{method: get, path: "/api/v1/chains/:chain/breakdown", need: industry.SeeTotals, handle: s.apiBreakdown},
		{method: get, path: "/api/v1/chains/:chain/movers", need: industry.SeeEnterprises, handle: s.apiMovers},
		{method: get, path: "/api/v1/chains/:chain/rnd", need: industry.SeeTotals, handle: s.apiRnD},
		{method: get, path: "/api/v1/chains/:chain/investment", need: industry.SeeTotals, handle: s.apiInvestment},
		{method: get, path: "/api/v1/chains/:chain/investment/counted", need: industry.SeeTotals, handle: s.apiCounted},
		{method: get, path: "/api/v1/chains/:chain/maps/:map", need: industry.SeeTotals, handle: s.apiMap},
		{method: get, path: "/api/v1/chains/:chain/issues/summary", need: industry.SeeTotals, handle: s.apiIssueSummary},
		{method: get, path: "/api/v1/chains/:chain/visits", need: industry.SeeTotals, handle: s.apiVisits},
		{method: get, path: "/api/v1/chains/:chain/gaps", need: industry.SeeTotals, handle: s.apiGaps},
		{method: get, path: "/api/v1/chains/:chain/due", need: industry.SeeTotals, handle: s.apiDue},
		{method: get, path: "/api/v1/chains/:chain/policies/summary", need: industry.SeeTotals, handle: s.apiPolicySummary, own: true},
		{method: get, path: "/api/v1/chains/:chain/lists/:list", need: industry.SeeTotals, handle: s.apiList, own: true},
		{method: get, path: "/api/v1/chains/:chain/lists/:list/board", need: industry.SeeTotals, handle: s.apiBoard, own: true},
		{method: get, path: "/api/v1/chains/:chain/lists/:list/:id", need: industry.SeeTotals, handle: s.apiDetail, own: true},
		{method: get, path: "/api/v1/changes", need: industry.SeeTotals, handle: s.apiChanges},
		{method: get, path: "/api/v1/trace", need: industry.SeeTotals, handle: s.apiTrace},
		{method: get, path: "/api/v1/chains/:chain/editions/:kind/:code", need: industry.SeeTotals, handle: s.apiEditions, own: true},
		{method: get, path: "/api/v1/chains/:chain/editions/:kind/:code/compare", need: industry.SeeTotals, handle: s.apiDifferences, own: true},
		{method: get, path: "/api/v1/score", need: industry.SeeTotals, handle: s.apiScore},
		{method: get, path: "/api/v1/light-rules", need: industry.SeeTotals, handle: s.apiLightRules},
		{method: post, path: "/api/v1/imports", need: industry.Import, handle: s.apiImport, body: uploadBody},
		{method: get, path: "/api/v1/imports/:id", need: industry.Import, handle: s.apiImportGet},
		{method: del, path: "/api/v1/imports/:id", need: industry.Import, handle: s.apiImportUndo},
		{method: get, path: "/api/v1/briefings/:file", need: industry.SeeTotals, handle: s.apiBriefing},
		{method: get, path: "/api/v1/decisions", need: industry.SeeTotals, handle: s.apiDecisions},
		{method: get, path: "/api/v1/meetings", need: industry.SeeTotals, handle: s.apiMeetings},
		{method: get, path: "/api/v1/meetings/:month", need: industry.SeeTotals, handle: s.apiMeeting},
		{method: get, path: "/api/v1/document-templates/:kind", need: industry.EditRegisters, handle: s.apiDocumentTemplate},
		{method: get, path: "/api/v1/documents", need: industry.SeeTotals, handle: s.apiDocuments},
		{method: post, path: "/api/v1/documents", need: industry.EditRegisters, handle: s.apiKeepDocuments},
		{method: get, path: "/api/v1" + documentSchedulePath, need: industry.EditRegisters, handle: s.apiDocumentSchedule},
		{method: put, path: "/api/v1" + documentSchedulePath, need: industry.EditRegisters, handle: s.apiSetDocumentSchedule},
		{method: get, path: "/api/v1/jobs/:id", need: industry.SeeTotals, handle: s.apiJob},
		{method: del, path: "/api/v1/jobs/:id", need: industry.SeeTotals, handle: s.apiCancelJob},
		{method: get, path: "/api/v1/documents/:id/file", need: industry.SeeTotals, handle: s.documentFile},
		{method: get, path: "/api/v1/export.xlsx", need: industry.ExportEnterprises, handle: s.apiExport},
	}
}
