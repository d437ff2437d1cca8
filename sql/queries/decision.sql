-- name: DecisionSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO decision (key, code, meeting, content, subjects, lead_department, support_departments, due, supervised, progress, state, completed_on, extra, version, withdrawn, changed_at)
VALUES (:key, :code, :meeting, :content, :subjects, :lead_department, :support_departments, :due, :supervised, :progress, :state, :completed_on, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    code = excluded.code,
    meeting = excluded.meeting,
    content = excluded.content,
    subjects = excluded.subjects,
    lead_department = excluded.lead_department,
    support_departments = excluded.support_departments,
    due = excluded.due,
    supervised = excluded.supervised,
    progress = excluded.progress,
    state = excluded.state,
    completed_on = excluded.completed_on,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE decision.version = excluded.version - 1;

-- name: DecisionAll
SELECT key, code, meeting, content, subjects, lead_department, support_departments, due, supervised, progress, state, completed_on, extra, version, withdrawn
FROM decision;
