package shown

import (
	"errors"

	"example.com/depot/failure"
	"github.com/labstack/echo/v4"
)

func New(s *Shelves) *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = show
	e.GET("/shelves", s.list)
	return e
}

func show(err error, c echo.Context) {
	var failed *failure.Failure
	if errors.As(err, &failed) {
		_ = c.JSON(failed.Code, echo.Map{"error": failed.Error()})
		return
	}
	_ = c.JSON(500, echo.Map{"error": "something went wrong"})
	//         ^^^ 500 sent echo
}

func (s *Shelves) list(c echo.Context) error {
	shelves, err := s.store.Shelves()
	if err != nil {
		return &failure.Failure{Code: 500, Message: err.Error()}
		//                            ^^^ 500 sent in-house ! error-detail-leak
	}
	if len(shelves) == 0 {
		return &failure.Failure{Code: 500, Message: "no shelves"}
		//                            ^^^ 500 sent in-house
	}
	return c.JSON(200, shelves)
	//            ^^^ 200 sent echo
}
