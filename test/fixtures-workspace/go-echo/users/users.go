package users

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

type Handler struct{ store Store }

func New() (*Handler, error) {
	return &Handler{}, nil
}

// Register puts what callers do with their own account on a group.
func (h *Handler) Register(g *echo.Group) {
	g.GET("", h.show)
	g.DELETE("/orders/:id", h.removeOrder)
}

func (h *Handler) List(c echo.Context) error {
	return c.JSON(http.StatusOK, h.store.All())
	//                 ^^^^^^^^ 200 sent echo GET /users
}

func (h *Handler) show(c echo.Context) error {
	return c.NoContent(http.StatusNotFound)
	//                      ^^^^^^^^^^^^^^ 404 sent echo GET /me
}

func (h *Handler) removeOrder(c echo.Context) error {
	if !hasPermission(c, "orders") {
		return echo.NewHTTPError(http.StatusUnauthorized, "these are not your orders")
		//                            ^^^^^^^^^^^^^^^^^^ 401 sent echo DELETE /me/orders/:id ! forbidden-for-authenticated
	}
	return c.NoContent(http.StatusNoContent)
	//                      ^^^^^^^^^^^^^^^ 204 sent echo DELETE /me/orders/:id
}
