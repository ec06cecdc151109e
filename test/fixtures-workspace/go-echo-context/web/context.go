package web

import "github.com/labstack/echo/v4"

type Context struct {
	echo.Context
	User *User
}

type Failure struct {
	Code    int
	Message string
}

func (f *Failure) Error() string { return f.Message }

func (ctx *Context) Fail(code int, message string) error {
	return ctx.failed(code, message)
}

func (ctx *Context) failed(code int, message string) error {
	return &Failure{Code: code, Message: message}
}
