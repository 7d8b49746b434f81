-- What the three formats ask for and Markdown cannot say. Runs on every paper, whoever wrote its template.
local safe = { "^https?://", "^mailto:", "^#" }

-- A link goes to the web, a mailbox or a place in this paper; any other stays as its words.
function Link(link)
  for _, pattern in ipairs(safe) do
    if link.target:lower():find(pattern) then return nil end
  end
  return link.content
end

-- Papers take no pictures from files: what a picture says stands in its place.
function Image(image)
  return image.caption
end

-- Pandoc 3.9 leaves "= words" at the start of a point or a cell to typst as a heading, and "/ words: more" as a term.
-- Each sign of every word is escaped here, so that none means anything.
function Str(str)
  if FORMAT == "typst" then return pandoc.RawInline("typst", (str.text:gsub("%p", "\\%0"))) end
end

-- A line break inside a table cell.
function Span(span)
  if span.classes:includes("br") then return pandoc.LineBreak() end
end

local function each_row(rows, visit)
  for _, row in ipairs(rows) do visit(row.cells) end
end

local function lengths(cell, heading)
  local words = pandoc.utils.stringify(cell.contents)
  local all, longest = utf8.len(words) or #words, 0
  for word in words:gmatch("[^%s/-]+") do longest = math.max(longest, utf8.len(word) or #word) end
  for day in words:gmatch("(%d%d? %u%l+) %d%d%d%d") do longest = math.max(longest, #day) end
  return all, (all <= 13 and not heading) and all or longest
end

-- Columns as wide as what stands in them asks for: no word is cut, a day stays with its month, the rest goes where most text is.
local function widths(tbl, room)
  local need, want = {}, {}
  local function measure(cells, bold)
    for i, cell in ipairs(cells) do
      local all, least = lengths(cell, bold)
      need[i] = math.max(need[i] or 0, math.ceil(least * (bold and 1.2 or 1)) + 3)
      want[i] = math.max(want[i] or 0, math.min(all, 400) + 3)
    end
  end
  each_row(tbl.head.rows, function(cells) measure(cells, true) end)
  for _, body in ipairs(tbl.bodies) do each_row(body.body, measure) end
  local needed, spread, asked = 0, 0, {}
  for i = 1, #need do
    needed = needed + need[i]
    asked[i] = math.max(want[i] - need[i], 0.01) ^ 0.7
    spread = spread + asked[i]
  end
  local free, sum = math.max(0, room - needed), math.max(room, needed)
  for i, spec in ipairs(tbl.colspecs) do
    tbl.colspecs[i] = { spec[1], (need[i] + free * asked[i] / spread) / sum }
  end
end

-- The most lines of a row that a PDF keeps on one page: higher ones might not fit a page, and are broken over two.
local most = 25

local function lines(cell, width)
  local words, breaks = lengths(cell), #cell.contents
  cell.contents:walk({
    Span = function(span) if span.classes:includes("br") then breaks = breaks + 1 end end,
  })
  return 1.5 * words / math.max(width - 2, 1) + breaks
end

local function low(tbl, room)
  local highest = 0
  local function measure(cells)
    for i, cell in ipairs(cells) do highest = math.max(highest, lines(cell, tbl.colspecs[i][2] * room)) end
  end
  for _, body in ipairs(tbl.bodies) do each_row(body.body, measure) end
  return highest <= most
end

-- In a PDF the rows of a table stay whole where they are low; in the other formats they do by themselves.
local function unbroken(tbl, room)
  if FORMAT ~= "typst" or not low(tbl, room) then return tbl end
  return { pandoc.RawBlock("typst", "#[#set table.cell(breakable: false)"), tbl, pandoc.RawBlock("typst", "]") }
end

-- Header cells say what they head; a screen reader reads them with each cell.
local function headed(tbl, room)
  for i, spec in ipairs(tbl.colspecs) do
    local side = spec[1]
    if side == "AlignDefault" and not FORMAT:match("html") then side = "AlignLeft" end
    tbl.colspecs[i] = { side, nil }
  end
  each_row(tbl.head.rows, function(cells)
    for _, cell in ipairs(cells) do cell.attributes.scope = "col" end
  end)
  for _, body in ipairs(tbl.bodies) do
    if body.row_head_columns > 0 then
      each_row(body.body, function(cells) cells[1].attributes.scope = "row" end)
    end
  end
  if not FORMAT:match("html") then
    widths(tbl, room)
    return unbroken(tbl, room)
  end
  local words = tbl.attributes.named or ""
  tbl.attributes.named = nil
  local around = { { "tabindex", "0" } }
  if words ~= "" then around = { { "tabindex", "0" }, { "role", "region" }, { "aria-label", words } } end
  return pandoc.Div({ tbl }, pandoc.Attr("", { "table" }, around))
end

local function named_rows(div)
  return div:walk({
    Table = function(tbl)
      for _, body in ipairs(tbl.bodies) do body.row_head_columns = 1 end
      return tbl
    end,
  })
end

-- Date, time, venue: in a PDF side by side.
local function grid(list)
  local blocks = pandoc.List({ pandoc.RawBlock("typst", "#details(") })
  for _, item in ipairs(list.content) do
    blocks:insert(pandoc.RawBlock("typst", "["))
    blocks:insert(pandoc.Plain({ pandoc.Strong(item[1]) }))
    blocks:insert(pandoc.RawBlock("typst", "],["))
    blocks:extend(item[2][1])
    blocks:insert(pandoc.RawBlock("typst", "],"))
  end
  blocks:insert(pandoc.RawBlock("typst", ")"))
  return blocks
end

-- In Word each on a line of its own, its name before it; pages keep the list.
local function details(list)
  if FORMAT == "typst" then return grid(list) end
  if FORMAT ~= "docx" then return nil end
  local lines = pandoc.List()
  for _, item in ipairs(list.content) do
    local line = pandoc.List({ pandoc.Strong(item[1]), pandoc.RawInline("openxml", "<w:r><w:tab/></w:r>") })
    line:extend(pandoc.utils.blocks_to_inlines(item[2][1], { pandoc.LineBreak() }))
    lines:insert(pandoc.Div({ pandoc.Para(line) }, pandoc.Attr("", {}, { { "custom-style", "Details" } })))
  end
  return lines
end

local function inset(div)
  if FORMAT == "docx" then div.attributes["custom-style"] = "Inset" end
  if FORMAT ~= "typst" then return div end
  local blocks = pandoc.List({ pandoc.RawBlock("typst", "#inset[") })
  blocks:extend(div.content)
  blocks:insert(pandoc.RawBlock("typst", "]"))
  return blocks
end

-- What is read in one on one page, where it is short enough to be sure to fit.
local function together(div)
  local paragraphs = 0
  local function count() paragraphs = paragraphs + 1 end
  div:walk({ Para = count, Plain = count })
  if FORMAT ~= "typst" or paragraphs > 15 or #pandoc.utils.stringify(div.content) > 1200 then return nil end
  local blocks = pandoc.List({ pandoc.RawBlock("typst", "#block(breakable: false, width: 100%, above: 2em)[") })
  blocks:extend(div.content)
  blocks:insert(pandoc.RawBlock("typst", "]"))
  return blocks
end

-- A new page in papers that have pages, and where a web page is printed.
local function page()
  if FORMAT:match("html") then return pandoc.Div({}, pandoc.Attr("", { "page" })) end
  if FORMAT == "typst" then return pandoc.RawBlock("typst", "#pagebreak(weak: true)") end
  if FORMAT == "docx" then return pandoc.RawBlock("openxml", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>') end
end

local function contents(headings)
  if FORMAT == "typst" then return pandoc.RawBlock("typst", "#outline(title: none, target: heading.where(level: 2), indent: 0pt)") end
  local items = headings:map(function(heading)
    return { pandoc.Plain({ pandoc.Link(heading.content, "#" .. heading.identifier) }) }
  end)
  return pandoc.BulletList(items)
end

-- The first heading is the title, and none skips a step, whatever a report has: people who listen go by them.
local function stepped(doc)
  local before = 0
  return doc:walk({
    Header = function(heading)
      if pandoc.utils.stringify(heading.content):match("^%s*$") then return {} end
      heading.level = math.min(heading.level, before + 1)
      before = heading.level
      return heading
    end,
  })
end

-- On a page a table goes by its caption, else by the heading above it, the second and later ones with a number.
local function named(doc)
  if not FORMAT:match("html") then return doc end
  local heading, seen = "", {}
  return doc:walk({
    traverse = "topdown",
    Header = function(each) heading = pandoc.utils.stringify(each.content) end,
    Table = function(tbl)
      local words = pandoc.utils.stringify(tbl.caption.long)
      words = words ~= "" and words or heading
      seen[words] = (seen[words] or 0) + 1
      tbl.attributes.named = seen[words] == 1 and words or words .. " (" .. seen[words] .. ")"
      return tbl, false
    end,
  })
end

-- Divisions that templates use: rows (the first column heads its row), inset, contents, together, page.
local function divisions(doc)
  doc = named(stepped(doc))
  local headings = pandoc.List()
  local room = doc.meta.landscape and 118 or 78
  doc:walk({ Header = function(heading) if heading.level == 2 then headings:insert(heading) end end })
  doc = doc:walk({
    Div = function(div)
      if div.classes:includes("rows") then return named_rows(div) end
    end,
  })
  return doc:walk({
    DefinitionList = details,
    Table = function(tbl) return headed(tbl, room) end,
    Div = function(div)
      if div.classes:includes("inset") then return inset(div) end
      if div.classes:includes("together") then return together(div) end
      if div.classes:includes("page") then return page() end
      if div.classes:includes("contents") then return contents(headings) end
    end,
  })
end

return { { Pandoc = divisions }, { Link = Link, Image = Image, Span = Span }, { Str = Str } }
