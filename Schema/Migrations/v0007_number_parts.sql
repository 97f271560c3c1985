-- Finds the subjects by any part of their numbers, three characters or longer. Holds for each three characters that
-- follow one another in which numbers they stand, and no more: whoever finds a row looks at the number itself. The
-- numbers stand in it without blanks and hyphens. It is written beside each new subject; a trigger could not, for what
-- a schema of unknown origin does to a virtual table is not trusted.
CREATE VIRTUAL TABLE number_part USING fts5 (
    code, tokenize = 'trigram', content = '', columnsize = 0, detail = none
);
INSERT INTO number_part (rowid, code) SELECT id, replace(replace(code, ' ', ''), '-', '') FROM subject;
