-- name: DocumentTemplateAll
-- Every version of a kind, the newest first.
SELECT kind, version, text, actor, at
FROM document_template
WHERE kind = :kind
ORDER BY version DESC;

-- name: DocumentTemplateAdd
-- Nothing is added where the version is there already.
INSERT INTO document_template (kind, version, text, actor, at)
VALUES (:kind, :version, :text, :actor, :at)
ON CONFLICT DO NOTHING;

-- name: RewordingList
-- The newest of each paragraph, in the order they were first written.
SELECT r.id, r.was, r.text, r.actor, r.at
FROM rewording AS r
WHERE r.month = :month AND r.chain = :chain AND r.kind = :kind
    AND r.id = (SELECT MAX(n.id) FROM rewording AS n WHERE n.month = r.month AND n.chain = r.chain AND n.kind = r.kind AND n.was = r.was)
ORDER BY r.id;

-- name: RewordingAdd
INSERT INTO rewording (month, chain, kind, was, text, actor, at)
VALUES (:month, :chain, :kind, :was, :text, :actor, :at);
