package main

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"handlers/serving"
	"handlers/store"
)

func requireUser(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		user := store.UserOf(c.Request().Header)
		if user == nil {
			c.Response().Header().Set("WWW-Authenticate", "Bearer")
			return echo.ErrUnauthorized
		}
		c.Set("user", user)
		return next(c)
	}
}

func createUser(c echo.Context) error {
	var input store.User
	if err := c.Bind(&input); err != nil {
		return err
	}
	if input.Name == "" {
		c.JSON(http.StatusBadRequest, map[string]any{"error": "a name is needed"})
	}
	user, err := store.CreateUser(input)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusCreated, user)
}

func showUser(c echo.Context) error {
	user, err := store.FindUser(c.Param("id"))
	if errors.Is(err, store.ErrNotFound) {
		return echo.NewHTTPError(http.StatusBadRequest, "no such user")
	}
	return c.JSON(http.StatusOK, user)
}

func updateUser(c echo.Context) error {
	return c.JSON(http.StatusNoContent, map[string]any{"updated": true})
}

func removeUser(c echo.Context) error {
	user := c.Get("user").(*store.User)
	if user.Role != "admin" {
		return echo.ErrUnauthorized
	}
	return c.NoContent(http.StatusNoContent)
}

func changeUser(c echo.Context) error {
	return c.JSON(http.StatusMethodNotAllowed, map[string]any{"error": "method_not_allowed"})
}

func pay(c echo.Context) error {
	var order store.Order
	if err := c.Bind(&order); err != nil {
		return err
	}
	if err := store.DB.Save(order); err != nil {
		return c.JSON(http.StatusBadRequest, map[string]any{"error": "payment failed"})
	}
	return c.JSON(http.StatusOK, map[string]any{"paid": true})
}

func order(c echo.Context) error {
	var order store.Order
	if err := c.Bind(&order); err != nil {
		return echo.NewHTTPError(422, "A quantity is a number.")
	}
	if order.Quantity > 100 {
		return echo.NewHTTPError(http.StatusConflict, "There are not so many.")
	}
	c.Response().Header().Set("Location", "/orders/3")
	return c.JSON(http.StatusAccepted, order)
}

func main() {
	e := echo.New()
	e.Logger.SetLevel(99)
	e.Use(middleware.Recover())
	e.POST("/users", createUser)
	e.GET("/users/:id", showUser)
	e.PUT("/users/:id", updateUser)
	e.DELETE("/users/:id", removeUser, requireUser)
	e.PATCH("/users/:id", changeUser)
	e.GET("/reports", func(c echo.Context) error {
		return c.JSON(http.StatusServiceUnavailable, map[string]any{"error": "maintenance"})
	})
	e.GET("/teams/:id", func(c echo.Context) error {
		return c.NoContent(http.StatusNotFound)
	})
	e.POST("/payments", pay)
	e.POST("/orders", order)
	e.GET("/old-reports", func(c echo.Context) error {
		return c.Redirect(http.StatusPermanentRedirect, "/reports")
	})
	e.GET("/broken", func(c echo.Context) error {
		panic("broken")
	})
	serving.Serve(e)
}
