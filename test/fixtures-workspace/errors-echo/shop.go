package shop

import "github.com/labstack/echo/v4"

func New(s *Shop) *echo.Echo {
	e := echo.New()
	e.HTTPErrorHandler = show
	e.GET("/orders", s.List)
	return e
}

func show(err error, c echo.Context) {
	c.JSON(500, echo.Map{"error": "Something went wrong"})
	//     ^^^ 500 sent echo
}

func (s *Shop) List(c echo.Context) error {
	orders, err := s.store.Orders()
	if err != nil {
		return echo.NewHTTPError(500, err.Error())
		//                       ^^^ 500 sent echo
	}
	return c.JSON(200, orders)
	//            ^^^ 200 sent echo
}
