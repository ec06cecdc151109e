package server

import (
	"example.com/go-echo/users"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func Start(key []byte) {
	e := echo.New()
	e.Use(middleware.Recover())
	h, err := users.New()
	if err != nil {
		e.Logger.Fatal(err)
	}
	e.GET("/users", h.List)
	private := e.Group("/me", middleware.JWT(key))
	h.Register(private)
	e.Start(":8080")
}
