package api

import (
	"net/http"

	"example.com/go-worded-errors/worded"
	"github.com/labstack/echo/v4"
)

func list(c echo.Context) error {
	crates, err := store.Crates(c.Request().Context())
	if err != nil {
		return c.JSON(http.StatusInternalServerError, worded.New(err))
		//                 ^^^^^^^^^^^^^^^^^^^^^^^^^ 500 sent echo ! error-detail-leak
	}
	if err := store.Mark(crates); err != nil {
		return c.JSON(http.StatusInternalServerError, answerOf(err))
		//                 ^^^^^^^^^^^^^^^^^^^^^^^^^ 500 sent echo ! error-detail-leak
	}
	if err := store.Close(crates); err != nil {
		return c.JSON(http.StatusInternalServerError, worded.Closed(err))
		//                 ^^^^^^^^^^^^^^^^^^^^^^^^^ 500 sent echo
	}
	return c.JSON(http.StatusOK, crates)
	//                 ^^^^^^^^ 200 sent echo
}
