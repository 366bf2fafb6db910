-- label: impossible
-- reason: extension pg_trgm has no way back to an older version

-- step 
