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

-- A line break inside a table cell.
function Span(span)
  if span.classes:includes("br") then return pandoc.LineBreak() end
end

local function each_row(rows, visit)
  for _, row in ipairs(rows) do visit(row.cells) end
end

-- Header cells say what they head; a screen reader reads them with each cell.
function Table(tbl)
  each_row(tbl.head.rows, function(cells)
    for _, cell in ipairs(cells) do cell.attributes.scope = "col" end
  end)
  for _, body in ipairs(tbl.bodies) do
    if body.row_head_columns > 0 then
      each_row(body.body, function(cells) cells[1].attributes.scope = "row" end)
    end
  end
  if not FORMAT:match("html") then return tbl end
  local words = pandoc.utils.stringify(tbl.caption.long)
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

local function inset(div)
  if FORMAT == "docx" then div.attributes["custom-style"] = "Inset" end
  if FORMAT ~= "typst" then return div end
  local blocks = pandoc.List({ pandoc.RawBlock("typst", "#inset[") })
  blocks:extend(div.content)
  blocks:insert(pandoc.RawBlock("typst", "]"))
  return blocks
end

local function contents(headings)
  if FORMAT == "typst" then return pandoc.RawBlock("typst", "#outline(title: none, depth: 2)") end
  local items = headings:map(function(heading)
    return { pandoc.Plain({ pandoc.Link(heading.content, "#" .. heading.identifier) }) }
  end)
  return pandoc.BulletList(items)
end

-- Divisions that templates use: rows (the first column heads its row), inset, contents.
local function divisions(doc)
  local headings = pandoc.List()
  doc:walk({ Header = function(heading) if heading.level == 2 then headings:insert(heading) end end })
  return doc:walk({
    Div = function(div)
      if div.classes:includes("rows") then return named_rows(div) end
      if div.classes:includes("inset") then return inset(div) end
      if div.classes:includes("contents") then return contents(headings) end
    end,
  })
end

return { { Pandoc = divisions }, { Link = Link, Image = Image, Span = Span, Table = Table } }
