-- name: IssueSave
-- One row per key; a version that is not the next one is somebody else's change.
INSERT INTO issue (key, code, enterprise, project, chain, category, content, origin, raised_on, lead_department, support_departments,
    assigned_on, limit_days, state, supervised, progress, handled_on, revisited_on, satisfaction, closed_on, extra, version, withdrawn, changed_at)
VALUES (:key, :code, :enterprise, :project, :chain, :category, :content, :origin, :raised_on, :lead_department,
    :support_departments, :assigned_on, :limit_days, :state, :supervised, :progress, :handled_on, :revisited_on,
    :satisfaction, :closed_on, :extra, :version, :withdrawn, :changed_at)
ON CONFLICT (key) DO UPDATE SET
    code = excluded.code,
    enterprise = excluded.enterprise,
    project = excluded.project,
    chain = excluded.chain,
    category = excluded.category,
    content = excluded.content,
    origin = excluded.origin,
    raised_on = excluded.raised_on,
    lead_department = excluded.lead_department,
    support_departments = excluded.support_departments,
    assigned_on = excluded.assigned_on,
    limit_days = excluded.limit_days,
    state = excluded.state,
    supervised = excluded.supervised,
    progress = excluded.progress,
    handled_on = excluded.handled_on,
    revisited_on = excluded.revisited_on,
    satisfaction = excluded.satisfaction,
    closed_on = excluded.closed_on,
    extra = excluded.extra, version = excluded.version, withdrawn = excluded.withdrawn, changed_at = excluded.changed_at
WHERE issue.version = excluded.version - 1;

-- name: IssueAll
SELECT key, code, enterprise, project, chain, category, content, origin, raised_on, lead_department, support_departments,
    assigned_on, limit_days, state, supervised, progress, handled_on, revisited_on, satisfaction, closed_on, extra, version, withdrawn
FROM issue;
