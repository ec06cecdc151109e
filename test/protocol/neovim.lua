-- What somebody does in Neovim: opens a file, reads a finding, hovers its status, takes the first fix.
local folder = vim.env.SESSION_FOLDER
local said = {}

local ok, fault = pcall(function()
  vim.cmd('edit ' .. folder .. '/users.js')
  vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
  local finding = vim.diagnostic.get(0)[1]
  said.finding = { rule = finding.code, source = finding.source, line = finding.lnum + 1 }

  local function ask(method, parameters)
    for _, answer in pairs(vim.lsp.buf_request_sync(0, method, parameters, 20000)) do
      return answer.result
    end
  end
  local document = { uri = vim.uri_from_bufnr(0) }
  local start = { line = finding.lnum, character = finding.col }
  said.hover = ask('textDocument/hover', { textDocument = document, position = start }).contents.value

  local actions = ask('textDocument/codeAction', {
    textDocument = document,
    range = { start = start, ['end'] = { line = finding.end_lnum, character = finding.end_col } },
    context = { diagnostics = { finding.user_data.lsp }, only = { 'quickfix' } },
  })
  vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
  said.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')

  vim.wait(20000, function() return #vim.diagnostic.get(0) == 0 end, 50)
  said.left = #vim.diagnostic.get(0)
end)
if not ok then said.fault = tostring(fault) end
vim.fn.writefile({ vim.fn.json_encode(said) }, folder .. '/said.json')
vim.cmd('qall!')
