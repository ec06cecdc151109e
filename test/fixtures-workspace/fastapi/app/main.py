from fastapi import Depends, FastAPI

from .dependencies import current_caller
from .routers import admin, items
from .routers.users import router as users

app = FastAPI()
app.include_router(users, prefix="/v1")
app.include_router(items.router, prefix="/items", dependencies=[Depends(current_caller)])
app.include_router(admin.router)
