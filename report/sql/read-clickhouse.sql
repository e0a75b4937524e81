-- Part one, for ClickHouse 25 or newer: the same table `counters` as read-duckdb.sql leaves, which says what is in it.
--
-- The first statement says where the files are, and is to be changed. On one machine:
--
--   CREATE OR REPLACE VIEW exports AS
--   SELECT _path AS file, content FROM file('/exports/**/*.json', 'RawBLOB', 'content String');
--
-- Unlike there: an empty file is passed over unnamed, and days are those of 1900 to 2299.

CREATE OR REPLACE VIEW exports AS
SELECT _path AS file, content
FROM s3('https://STORAGE/BUCKET/exports/**/*.json', 'KEY', 'SECRET', 'RawBLOB', 'content String');

SET engine_file_skip_empty_files = 1, s3_skip_empty_files = 1;

CREATE OR REPLACE TABLE counters ENGINE = MergeTree ORDER BY (sheet, file) AS
WITH
  texts AS (
    SELECT file, length(content) AS size,
      if(size <= 20000000, replaceRegexpOne(content, '^\xEF\xBB\xBF', ''), '') AS text
    FROM exports
  ),
  -- Canonical JSON (RFC 8785): keys in order, no spaces. What may stand in a sheet needs no escapes.
  canonical AS (
    SELECT file, size, text AS json,
      arrayMap(s -> concat('{', arrayStringConcat(arrayMap(p -> concat(toJSONString(p.1), ':',
        if(p.1 = 'rows' AND JSONType(p.2) = 'Array',
          concat('[', arrayStringConcat(arrayMap(r -> concat('{', arrayStringConcat(arrayMap(q ->
            concat(toJSONString(q.1), ':', q.2), arraySort(q -> q.1, JSONExtractKeysAndValuesRaw(r))), ','), '}'),
            JSONExtractArrayRaw(p.2)), ','), ']'),
          p.2)), arraySort(p -> p.1, JSONExtractKeysAndValuesRaw(s))), ','), '}'),
        JSONExtractArrayRaw(text, 'sheets')) AS sheet_texts,
      concat('[', arrayStringConcat(sheet_texts, ','), ']') AS sheets_text,
      JSONExtract(sheets_text, 'Array(Tuple(id String, day String, clock String, rows Array(Tuple(guide String,
        revision String, locale String, mode String, event String, step String, reason String, minutes String,
        count UInt32))))') AS read_sheets,
      arraySort(JSONExtractKeys(text)) AS keys,
      arraySort(JSONExtractKeys(text, 'place')) AS place_keys,
      arrayMap(k -> JSONExtractString(text, 'place', k), ['province', 'commune', 'team', 'tablet']) AS places,
      JSONExtractString(text, 'exported') AS exported_text,
      toUInt64OrNull(JSONExtractRaw(text, 'notCounted')) AS not_counted_read,
      toUInt64OrNull(JSONExtractRaw(text, 'total')) AS total
    FROM texts
  ),
  judged AS (
    SELECT *, multiIf(
      size > 20000000, 'too-large',
      NOT isValidJSON(json), 'not-json',
      JSONType(json, 'format') != 'String' OR JSONExtractString(json, 'format') != 'tung-buoc/counts', 'not-ours',
      ifNull(toFloat64OrNull(JSONExtractRaw(json, 'version')) > 1, 0), 'newer',
      NOT ifNull(
        toFloat64OrNull(JSONExtractRaw(json, 'version')) = 1
        AND keys = ['exported', 'format', 'notCounted', 'place', 'sha256', 'sheets', 'total', 'version']
        AND place_keys = ['commune', 'province', 'tablet', 'team']
        AND arrayAll(k -> JSONType(json, 'place', k) = 'String', place_keys)
        -- A character beyond U+FFFF counts as two, as it does in the browser.
        AND arrayAll(t -> lengthUTF8(t) + countMatches(t, '[\\x{10000}-\\x{10FFFF}]') <= 120, places)
        AND JSONType(json, 'exported') = 'String' AND toString(toDate32OrNull(exported_text)) = exported_text
        AND not_counted_read <= 9007199254740991 AND total <= 9007199254740991
        AND match(JSONExtractRaw(json, 'sha256'), '^"[0-9a-f]{64}"$')
        AND JSONType(json, 'sheets') = 'Array'
        AND match(sheets_text, replaceAll(replaceAll(replaceAll('^[[](SHEET(,SHEET)*)?[]]$',
          'SHEET', '[{]("clock":"suspect",)?"day":"[0-9-]{10}","id":"[0-9a-f]{32}","rows":[[](ROW(,ROW)*)?[]][}]'),
          'ROW', concat('[{]"count":([1-9][0-9]{0,5}|1000000),"event":"(started|completed|stopped|left|reached|help)",',
            '"guide":"NAME","locale":"(vi|en)","minutes":"(0-5|5-10|10-20|20-40|40[+])?","mode":"(helped|alone)",',
            '"reason":"(no-document|phone|sim-otp|app-error|no-time|unsure|other)?","revision":"[0-9a-f]{8}",',
            '"step":"(NAME)?"[}]')),
          'NAME', '[a-z0-9]+(-[a-z0-9]+)*'))
        AND NOT match(sheets_text, '"[a-z0-9-]{81,}"')
        AND length(arrayDistinct(arrayMap(s -> s.id, read_sheets))) = length(read_sheets)
        AND arrayAll(s -> ifNull(toString(toDate32OrNull(s.day)) = s.day, 0), read_sheets)
        -- One a key, in order: no dimension can hold the separator, which comes before all that they hold.
        AND arrayAll(k -> k = arraySort(arrayDistinct(k)), arrayMap(s -> arrayMap(r -> arrayStringConcat(
          [r.guide, r.revision, r.locale, r.mode, r.event, r.step, r.reason, r.minutes], '\t'), s.rows),
          read_sheets)), 0), 'invalid',
      JSONExtractString(json, 'sha256') != lower(hex(SHA256(sheets_text))), 'digest',
      total != arraySum(arrayMap(s -> arraySum(arrayMap(r ->
        if(r.event IN ('completed', 'stopped', 'left'), r.count, 0), s.rows)), read_sheets)), 'total',
      '') AS refused
    FROM canonical
  ),
  sheet_rows AS (
    SELECT file, refused, places, exported_text, not_counted_read, s, content
    FROM judged
    LEFT ARRAY JOIN if(refused = '', read_sheets, []) AS s,
      if(refused = '', arrayMap(t -> lower(hex(MD5(t))), sheet_texts), []) AS content
  )
SELECT file, refused,
  if(refused = '', places[1], '') AS province, if(refused = '', places[2], '') AS commune,
  if(refused = '', places[3], '') AS team, if(refused = '', places[4], '') AS tablet,
  if(refused = '', concat('[', arrayStringConcat(arrayMap(t -> toJSONString(t), places), ','), ']'), '') AS place,
  if(refused = '', exported_text, '') AS exported,
  if(refused = '', ifNull(not_counted_read, 0), 0) AS not_counted,
  s.id AS sheet, content, s.day AS day,
  ifNull(toString(toDate32OrNull(day) - (toDayOfWeek(toDate32OrNull(day)) - 1)), '') AS monday,
  s.clock AS clock,
  ifNull(toDate32OrNull(day) > toDate32OrNull(exported) + 1, 0) AS ahead,
  r.guide AS guide, r.revision AS revision, r.locale AS locale, r.mode AS mode, r.event AS event, r.step AS step,
  r.reason AS reason, r.minutes AS minutes, r.count AS count
FROM sheet_rows
LEFT ARRAY JOIN s.rows AS r
SETTINGS output_format_json_escape_forward_slashes = 0;
