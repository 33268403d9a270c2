-- Opens a file in Neovim with `vggc lsp` and lists what the server says of it, as Neovim has it:
--
--     VGGC=.build/debug/vggc nvim --headless -u NONE -i NONE -n FILE -c 'luafile Scripts/checks/neovim.lua'
--
-- A line for each diagnostic: line and column from 1, the column in bytes, severity, code, first line of the message.
-- Exit status: 0 when the server answered, 1 when it did not within 20 seconds.

local buffer = vim.api.nvim_get_current_buf()
local answered = false

local client = vim.lsp.start_client({
  name = 'vggc',
  cmd = { os.getenv('VGGC') or 'vggc', 'lsp' },
  root_dir = vim.fn.getcwd(),
  handlers = {
    ['textDocument/publishDiagnostics'] = function(...)
      vim.lsp.diagnostic.on_publish_diagnostics(...)
      answered = true
    end,
  },
})
vim.lsp.buf_attach_client(buffer, client)
vim.wait(20000, function() return answered end, 10)

local severities = { 'error', 'warning', 'information', 'hint' }
for _, found in ipairs(vim.diagnostic.get(buffer)) do
  io.stdout:write(string.format(
    '%d:%d: %s %s: %s\n', found.lnum + 1, found.col + 1, severities[found.severity],
    found.user_data.lsp.code, vim.split(found.message, '\n')[1]))
end
vim.cmd(answered and 'qall!' or 'cquit')
