-- Every Markdown file of a folder in one process: pandoc lua _pandoc.lua WRITER FOLDER OUT. Prints the CPU ms of the loop.
local to, folder, out = arg[1], arg[2], arg[3]
local options = {}
if to ~= "plain" then
  options.template = pandoc.template.compile(pandoc.template.default(to))
end
local names = pandoc.system.list_directory(folder)
local start = os.clock()
for _, name in ipairs(names) do
  local file = io.open(folder .. "/" .. name, "rb")
  local text = file:read("a")
  file:close()
  local made = pandoc.write(pandoc.read(text, "markdown"), to, pandoc.WriterOptions(options))
  local saved = io.open(out .. "/" .. name .. "." .. to, "wb")
  saved:write(made)
  saved:close()
end
print((os.clock() - start) * 1000)
