-- name: ListSettingSave
-- A version that is not the next one is somebody else's change.
INSERT INTO list_setting (code, name, position, shown, version, actor, at)
VALUES (:code, :name, :position, :shown, :version, :actor, :at)
ON CONFLICT (code) DO UPDATE SET
    name = excluded.name, position = excluded.position, shown = excluded.shown, version = excluded.version,
    actor = excluded.actor, at = excluded.at
WHERE list_setting.version = excluded.version - 1;

-- name: ListSettingAll
SELECT code, name, shown, version
FROM list_setting
ORDER BY position, code;
