# Reads the table of arrows and then Swift files; prints file:line: for every breach. Called by Scripts/check.

# The table: allowed[target, module], and exact[target] where the everyday modules are not added.
FNR == 1 { file_number++ }

file_number == 1 {
    sub(/#.*/, "")
    if (NF < 2) next
    known[$1] = 1
    exact[$1] = $2 == "="
    for (field = 3; field <= NF; field++) allowed[$1, $field] = 1
    next
}

FNR == 1 {
    finish()
    file = FILENAME
    sub(/^\.\//, "", file)
    target = target_of(file)
    if (target != "" && !(target in known) && !(target in told)) {
        told[target] = 1
        breach("the target " target " has no row in Scripts/arrows.txt")
    }
}

{
    lines = FNR
    code = without_text($0)
    if (code ~ /import/) check_imports(code)
    if (target != "") check_words(code)
}

END { finish() }

# Sources/NAME/… and Schema/… are targets; Tests are not walled.
function target_of(path, parts) {
    if (path ~ /^Schema\//) return "Schema"
    if (split(path, parts, "/") >= 3 && parts[1] == "Sources") return parts[2]
    return ""
}

function breach(message) { print file ":" FNR ": " message }

function finish() {
    if (lines > 400) print file ":" lines ": the file has " lines " lines; 400 is the most"
    # Losing count of quotes would hide everything after them, so it is told.
    if (in_string != "" || comment_depth > 0) print file ":" lines ": a string or comment seems never to end"
    lines = 0
    in_string = ""
    comment_depth = 0
}

# The line without comments and without the text of strings, whatever was open on the lines before.
function without_text(line, code, at, token) {
    code = ""
    while (line != "") {
        if (comment_depth > 0) {
            if (!match(line, /\/\*|\*\//)) return code
            comment_depth += substr(line, RSTART, 2) == "/*" ? 1 : -1
            line = substr(line, RSTART + 2)
        } else if (in_string != "") {
            if (in_string == "\"\"\"") gsub(/\\./, "", line)
            at = index(line, in_string)
            if (at == 0) return code
            line = substr(line, at + length(in_string))
            in_string = ""
            code = code "\"\""
        } else if (match(line, /#*"""|#*"|\/\/|\/\*/)) {
            token = substr(line, RSTART, RLENGTH)
            code = code substr(line, 1, RSTART - 1)
            line = substr(line, RSTART + RLENGTH)
            if (token == "//") return code
            if (token == "/*") { comment_depth = 1; code = code " " }
            else if (token ~ /"""$/) in_string = reversed(token)
            else { line = after_string(line, reversed(token)); code = code "\"\"" }
        } else {
            return code line
        }
    }
    return code
}

# A closing delimiter mirrors its opening: #""" is closed by """#.
function reversed(token, quotes) {
    quotes = token
    gsub(/#/, "", quotes)
    gsub(/"/, "", token)
    return quotes token
}

# What follows a string that began before this text and ends on the same line.
function after_string(line, closing, at) {
    if (closing != "\"") {
        at = index(line, closing)
        return at == 0 ? "" : substr(line, at + length(closing))
    }
    while (match(line, /[\\"]/)) {
        if (substr(line, RSTART, 1) == "\"") return substr(line, RSTART + 1)
        line = substr(line, RSTART + 2)
    }
    return ""
}

# Any attributes, an access level, and a kind may stand around: @testable import, public import, import struct A.B
function check_imports(code, count, statements, number, statement) {
    count = split(code, statements, ";")
    for (number = 1; number <= count; number++) {
        statement = statements[number]
        while (sub(/^[ \t]*@[A-Za-z_]+(\([^)]*\))?[ \t]*/, "", statement)) {}
        sub(/^[ \t]+/, "", statement)
        while (sub(/^(public|package|internal|fileprivate|private|open)[ \t]+/, "", statement)) {}
        if (statement !~ /^import([ \t]|$)/) continue
        sub(/^import[ \t]*/, "", statement)
        sub(/^(typealias|struct|class|enum|protocol|actor|let|var|func)[ \t]+/, "", statement)
        gsub(/`/, "", statement)
        sub(/[. \t].*/, "", statement)
        check_import(statement)
    }
}

function check_import(module) {
    if (module == "") {
        breach("the imported module stands on another line; write it on this one")
    } else if (target == "") {
        if (module == "XCTest") breach("tests are written with Swift Testing, not with XCTest")
    } else if (!((target, module) in allowed) && (exact[target] || !(("*", module) in allowed))) {
        breach(target " may not import " module)
    }
}

function check_words(code) {
    if (code ~ /(^|[^A-Za-z0-9_])try!/) breach("try! ends the program; throw or handle the error")
    if (code ~ /(^|[^A-Za-z0-9_])as!/) breach("as! ends the program; use as? and say what to do otherwise")
    if (code ~ /(^|[^A-Za-z0-9_.]|(Swift|Foundation|Glibc)\.)(fatalError|preconditionFailure|assertionFailure|abort)\(/)
        breach("a program of ours does not stop itself; throw an error")
    if (code ~ /nonisolated\(unsafe\)/) breach("nonisolated(unsafe) hides shared mutable state; hand it in")
}
