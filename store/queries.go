package store

import (
	"fmt"
	"io/fs"
	"reflect"
	"regexp"
	"strings"

	sqlfiles "chainboard/sql"
)

// queries holds the statements of sql/queries by name: "-- name: ProjectAll"
// binds to the field ProjectAll. A missing or unused one stops the start.
type queries struct {
	ChainSave, LeadershipSave, RegionSave, SegmentSave, EnterpriseSave           string
	ProjectSave, IndicatorSave, ReportSave, TargetSave                           string
	ChainAll, LeadershipAll, RegionAll, SegmentAll, EnterpriseAll                string
	ProjectAll, IndicatorAll, TargetAll                                          string
	TechnologySave, ApplicationSave, ArrivalSave, ClusterSave, PlatformSave      string
	IssueSave, PolicySave, VisitSave, EventSave, DecisionSave                    string
	TechnologyAll, ApplicationAll, ArrivalAll, ClusterAll, PlatformAll           string
	IssueAll, PolicyAll, VisitAll, EventAll, DecisionAll                         string
	ProspectSave, ProspectAll                                                    string
	ReportBetween, ReportAsOf, ReportAppend, ReportHistory                       string
	ReportOfBatch, ReportBeforeBatch, ReportOvertaken                            string
	ReportOfIndicator, ReportOfEnterprise, ReportOfEnterpriseAsOf                string
	ChainReports, DataMonths                                                     string
	RevisionAppend, RevisionAsOf, RevisionHistory                                string
	RevisionOfBatch, RevisionBeforeBatch, RevisionOvertaken                      string
	StageEventAppend, StageEvents, CumulativeTotals                              string
	AttachmentAdd, AttachmentsOf, AttachmentContent, AttachmentWithdraw          string
	FileKeep, FileContent, BatchAdd, BatchSetState, BatchGet, BatchList          string
	BatchCount, BatchApplied, SheetKeep                                          string
	TraceReports, TraceRevisions                                                 string
	ChangedRevisions, ChangeGroups, ChangePage                                   string
	PastTables, SegmentSums, ListedEnterprises, BaselessReports                  string
	EnterpriseReports, MissingReports                                            string
	ReferenceReports                                                             string
	HeatReports                                                                  string
	AccountAdd, AccountGet, AccountList, AccountSetPassword                      string
	AccountSetAttempts, AccountSetRoles, AccountSetDisabled                      string
	TokenAdd, TokenByHash, TokenList, TokenRevoke, TokenSeen                     string
	ScreenAdd, ScreenByHash, ScreenList, ScreenRevoke, ScreenSeen                string
	ScreenChange, ScreenShown                                                    string
	SessionFind, SessionCommit, SessionDelete, SessionSweep                      string
	ListSettingSave, ListSettingAll                                              string
	OutlineAdd, OutlineNewest, OutlineAsOf, OutlineContent                       string
	EditionAdd, EditionList, EditionGet, EditionWithdraw                         string
	LightRuleAdd, LightRuleAll                                                   string
	InvestmentRuleAdd, InvestmentRuleAll                                         string
	ScoreRuleAdd, ScoreRuleAll                                                   string
	MeetingAdd, MeetingAll, MeetingGet, MeetingChange, MeetingOpen, MeetingClose string
	KeptDocumentAdd, KeptDocumentSame, KeptDocumentList, KeptDocumentGet         string
	KeptDocumentContent, KeptDocumentVersions, KeptDocumentSaved                 string
	KeptDocumentCount, DocumentScheduleAdd, DocumentScheduleNewest               string
	DocumentDraftAdd, DocumentDraftList                                          string
	DocumentTemplateAll, DocumentTemplateAdd, RewordingList, RewordingAdd        string
	AuditAppend, AuditList, AuditCount                                           string
	HolidayYearAdd, HolidayYearAll, IssueStepAppend, IssueSteps                  string
	MarkSet, MarkOf                                                              string
	ChangeAppend, ChangePrune, ChangeNewest, ChangesFrom                         string
}

var (
	nameLine    = regexp.MustCompile(`(?m)^-- name: (\w+)\n`)
	commentLine = regexp.MustCompile(`(?m)^\s*--.*\n`)
)

// bind reads every query file into the fields of q.
func (q *queries) bind() error {
	texts, err := readQueries()
	if err != nil {
		return err
	}
	fields := reflect.ValueOf(q).Elem()
	for i := range fields.NumField() {
		name := fields.Type().Field(i).Name
		text, ok := texts[name]
		if !ok {
			return fmt.Errorf("sql/queries has no query %s", name)
		}
		fields.Field(i).SetString(text)
		delete(texts, name)
	}
	for name := range texts {
		return fmt.Errorf("query %s is used by nothing", name)
	}
	return nil
}

// of returns a query by name, for the ones that exist once per register.
func (q *queries) of(name string) string {
	f := reflect.ValueOf(q).Elem().FieldByName(name)
	if !f.IsValid() {
		panic("store: no query " + name)
	}
	return f.String()
}

func readQueries() (map[string]string, error) {
	files, err := fs.Glob(sqlfiles.Queries, "queries/*.sql")
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, file := range files {
		raw, err := sqlfiles.Queries.ReadFile(file)
		if err != nil {
			return nil, err
		}
		marks := nameLine.FindAllSubmatchIndex(raw, -1)
		for i, m := range marks {
			end := len(raw)
			if i+1 < len(marks) {
				end = marks[i+1][0]
			}
			name := string(raw[m[2]:m[3]])
			if _, twice := texts[name]; twice {
				return nil, fmt.Errorf("query %s stands twice", name)
			}
			// Comments go: sqlx takes colons in them for parameters.
			text := commentLine.ReplaceAllString(string(raw[m[1]:end])+"\n", "")
			texts[name] = strings.TrimSuffix(strings.TrimSpace(text), ";")
		}
	}
	return texts, nil
}
