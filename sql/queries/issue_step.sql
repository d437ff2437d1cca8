-- name: IssueStepAppend
INSERT INTO issue_step_event (issue, state, on_date, note, version, actor, at, step, person, limit_days)
VALUES (:issue, :state, :on_date, :note, :version, :actor, :at, :step, :person, :limit_days);

-- name: IssueSteps
SELECT state, on_date, note, version, actor, at, step, person, limit_days
FROM issue_step_event
WHERE issue = :issue
ORDER BY id;
