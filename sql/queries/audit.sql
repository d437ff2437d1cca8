-- name: AuditAppend
INSERT INTO audit_entry (at, actor, action, object, detail, address)
VALUES (:at, :actor, :action, :object, :detail, :address);

-- name: AuditList
SELECT id, at, actor, action, object, detail, address
FROM audit_entry
WHERE (:actor = '' OR actor = :actor) AND (:action = '' OR action = :action)
ORDER BY id DESC
LIMIT :size OFFSET :skip;

-- name: AuditCount
SELECT COUNT(*) AS n
FROM audit_entry
WHERE (:actor = '' OR actor = :actor) AND (:action = '' OR action = :action);
