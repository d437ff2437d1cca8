-- The version (版本) of papers that have them, as 资料汇编: 1, 2 … of a chain, shown as 1.0版, 2.0版. 0: none. A version
-- may be kept once in each form.
ALTER TABLE kept_document ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX kept_document_version ON kept_document (chain, kind, version, ending) WHERE version > 0;
